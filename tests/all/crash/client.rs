//! A browser over a bare connection: one connection a request, cookies kept.

use super::server::Server;
use crate::house::{encoded, unbase32};
use fairfloor::auth::totp;
use fairfloor::config::Clock;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;

/// An answer.
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub body: String,
}

/// Somebody with cookies.
#[derive(Clone)]
pub struct Browser {
    address: String,
    jar: BTreeMap<String, String>,
}

impl Browser {
    pub fn new(server: &Server) -> Self {
        Self { address: server.address().to_owned(), jar: BTreeMap::new() }
    }

    /// Goes to the address of a program that was started again.
    pub fn find(&mut self, server: &Server) {
        server.address().clone_into(&mut self.address);
    }

    /// The first administrator, from the invitation to the first page.
    pub fn sign_in(server: &Server) -> Self {
        let mut browser = Self::new(server);
        let password = "copper teapot seventeen lanterns";
        let answer = browser.post(&format!("/invitation/{}", server.invitation), &[("password", password), ("again", password)]).unwrap();
        assert_eq!(answer.location.as_deref(), Some("/sign-in/enroll"), "{}", answer.body);
        let page = browser.get("/sign-in/enroll").unwrap().body;
        let typed = page.split_once("<code>").unwrap().1.split_once("</code>").unwrap().0;
        let code = totp::code(&unbase32(typed), "root@fairfloor.test", Clock::machine_now().seconds()).unwrap();
        let answer = browser.post("/sign-in/enroll", &[("code", &code)]).unwrap();
        assert_eq!(answer.status, 303, "{}", answer.body);
        browser
    }

    /// A client of the first program; gives back its address.
    pub fn register(&mut self) -> String {
        let answer = self.post("/clients", &[("key", "0123456789abcdef"), ("name", "Rosa Metal Works"), ("first_name", "Rosa")]).unwrap();
        answer.location.unwrap_or_else(|| panic!("{}", answer.body)).trim_start_matches("/clients/").chars().take(26).collect()
    }

    /// A service, told apart by its note.
    pub fn log(&mut self, client: &str, note: &str) -> std::io::Result<Answer> {
        let key = format!("key{}", note.replace(' ', "x"));
        self.post(
            "/services",
            &[("key", &key), ("back", "today"), ("client_id", client), ("kind", "space"), ("minutes", "30"), ("note", note)],
        )
    }

    pub fn get(&mut self, path: &str) -> std::io::Result<Answer> {
        self.send(&format!("GET {path} HTTP/1.1\r\n"), "")
    }

    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> std::io::Result<Answer> {
        let body = encoded(fields);
        let head = format!(
            "POST {path} HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
            body.len()
        );
        self.send(&head, &body)
    }

    fn send(&mut self, head: &str, body: &str) -> std::io::Result<Answer> {
        let cookies = self.jar.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let cookies = if cookies.is_empty() { String::new() } else { format!("Cookie: {cookies}\r\n") };
        let mut stream = TcpStream::connect(&self.address)?;
        write!(stream, "{head}Host: {}\r\nConnection: close\r\n{cookies}\r\n{body}", self.address)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let text = String::from_utf8_lossy(&answer).into_owned();
        let broken = || std::io::Error::other("half an answer");
        let (head, body) = text.split_once("\r\n\r\n").ok_or_else(broken)?;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(broken)?;
        let header = |wanted: &str| {
            head.lines()
                .filter_map(|line| line.split_once(": "))
                .filter(|(name, _)| name.eq_ignore_ascii_case(wanted))
                .map(|(_, value)| value.to_owned())
                .collect::<Vec<_>>()
        };
        for cookie in header("set-cookie") {
            if let Some((name, value)) = cookie.split(';').next().and_then(|pair| pair.split_once('=')) {
                self.jar.insert(name.to_owned(), value.to_owned());
            }
        }
        Ok(Answer { status, location: header("location").pop(), body: body.to_owned() })
    }
}
