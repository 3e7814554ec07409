//! A mail server for tests: it speaks just enough SMTP on a free port of this machine, and keeps what it took.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// What the server does with a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Takes it.
    Takes,
    /// "Not here, not ever."
    Refuses,
    /// "Try again later."
    Defers,
    /// Takes the letter, and hangs up before it says so.
    TakesWithoutAWord,
    /// Takes it, and is slow to say so.
    Ponders,
    /// Greets, and says nothing any more.
    Stalls,
}

/// A letter as it came.
#[derive(Debug, Clone)]
pub struct Taken {
    pub to: String,
    pub text: String,
}

impl Taken {
    /// A line of its head.
    pub fn head(&self, name: &str) -> String {
        let start = format!("{}: ", name.to_lowercase());
        let line = self.text.lines().take_while(|line| !line.is_empty()).find(|line| line.to_lowercase().starts_with(&start));
        line.map(|line| line[start.len()..].to_owned()).unwrap_or_default()
    }

    /// Its text, without the marks of quoted printable.
    pub fn body(&self) -> String {
        let body = self.text.split_once("\n\n").map_or("", |(_, body)| body);
        if self.head("content-transfer-encoding") == "quoted-printable" { unquoted(body) } else { body.to_owned() }
    }
}

fn unquoted(text: &str) -> String {
    let joined = text.replace("=\n", "");
    let mut parts = joined.split('=');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}

/// The server. It ends with the test.
#[derive(Clone)]
pub struct Postbox {
    address: SocketAddr,
    manner: Arc<Mutex<Manner>>,
    taken: Arc<Mutex<Vec<Taken>>>,
}

impl Postbox {
    /// Opens on a free port.
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let postbox = Self { address: listener.local_addr().unwrap(), manner: Arc::new(Mutex::new(Manner::Takes)), taken: Arc::default() };
        let server = postbox.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = server.clone();
                std::thread::spawn(move || drop(server.talk(stream)));
            }
        });
        postbox
    }

    /// The section of a configuration that names it.
    pub fn section(&self) -> String {
        format!(
            "[mail]\nserver = \"127.0.0.1\"\nport = {}\nsecurity = \"none\"\nfrom = \"Alpha <office@alpha.test>\"\nreply_to = \"team@alpha.test\"\ntimeout = 2\n",
            self.address.port()
        )
    }

    /// From now on it does this.
    pub fn does(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    /// Everything it took so far.
    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }

    /// Waits until it took this many.
    pub fn wait_for(&self, count: usize) -> Vec<Taken> {
        let begun = Instant::now();
        while self.taken().len() < count {
            assert!(begun.elapsed() < Duration::from_secs(20), "{} letters of {count} came", self.taken().len());
            std::thread::sleep(Duration::from_millis(5));
        }
        self.taken()
    }

    fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        let mut say = {
            let mut stream = stream;
            move |words: &str| stream.write_all(format!("{words}\r\n").as_bytes())
        };
        say("220 postbox.test")?;
        let (mut to, manner) = (String::new(), || *self.manner.lock().unwrap());
        while let Some(line) = lines.next() {
            let line = line?;
            match line.split([' ', ':']).next().unwrap_or_default().to_uppercase().as_str() {
                _ if manner() == Manner::Stalls => std::thread::sleep(Duration::from_secs(30)),
                "EHLO" | "HELO" => say("250 postbox.test")?,
                "RCPT" => {
                    line.split_once('<').map_or("", |(_, rest)| rest.trim_end_matches('>')).clone_into(&mut to);
                    match manner() {
                        Manner::Refuses => say("550 no such person as secret@address.test")?,
                        Manner::Defers => say("451 try again later")?,
                        _ => say("250 ok")?,
                    }
                }
                "DATA" => {
                    say("354 go on")?;
                    let mut text = String::new();
                    for line in lines.by_ref() {
                        let line = line?;
                        if line == "." {
                            break;
                        }
                        text.push_str(line.strip_prefix('.').unwrap_or(&line));
                        text.push('\n');
                    }
                    self.taken.lock().unwrap().push(Taken { to: to.clone(), text });
                    if manner() == Manner::TakesWithoutAWord {
                        return Ok(());
                    }
                    if manner() == Manner::Ponders {
                        std::thread::sleep(Duration::from_millis(60));
                    }
                    say("250 taken")?;
                }
                "QUIT" => return say("221 bye"),
                _ => say("250 ok")?,
            }
        }
        Ok(())
    }
}
