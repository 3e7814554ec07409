//! The keyring: changed without losing an answer, printed and typed in again, and refused when it is not the right one.

use super::answers;
use super::erasing::{run, said};
use crate::house::{Folder, TestApp};
use fairfloor::firewall::{self, rewrapping};
use fairfloor::store::{Actor, DataFolder, Keyring, Randomness, sha256, verify_folder};
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// A closed folder with answers.
async fn closed() -> Folder {
    let app = TestApp::start().await;
    answers(&app).await;
    let TestApp { folder, db, router, .. } = app;
    drop((db, router));
    folder
}

/// Every answer opens, and the record is whole.
async fn opens(folder: &Folder) {
    let db = folder.open();
    // Its own keyring: a copy of the folder inside the closure would hold the lock until the reader is done with it.
    let keys = ring(folder);
    db.read(move |conn| {
        rewrapping::check(conn, &keys)?;
        firewall::releasing::clients(conn, &keys, &[]).map(drop)
    })
    .await
    .unwrap();
    drop(db);
    assert_eq!(verify_folder(&folder.folder).unwrap().faults, Vec::<String>::new());
}

fn wrapped_with(folder: &Folder) -> Vec<String> {
    let conn = rusqlite::Connection::open(folder.folder.database()).unwrap();
    let mut statement = conn.prepare("SELECT DISTINCT key_id FROM subject").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

fn ring(folder: &Folder) -> Keyring {
    Keyring::load(folder.folder.keys()).unwrap()
}

/// What somebody does to a keyring.
type Spoil<'s> = Box<dyn Fn() + 's>;

/// The bytes of every file of a folder but its lock, as digests.
fn digests(folder: &DataFolder) -> BTreeMap<PathBuf, [u8; 32]> {
    let all = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| !path.ends_with("lock")).map(|path| (path.clone(), sha256(&std::fs::read(&path).unwrap()))).collect()
}

#[tokio::test]
async fn a_changed_key_opens_every_answer_and_the_old_one_opens_none() {
    let folder = closed().await;
    let old = std::fs::read(folder.folder.keys()).unwrap();
    let changed = run(&folder.folder, &["keys", "rotate"]);
    assert!(changed.status.success() && said(&changed).contains("2 wrapped anew with w2"), "{}", said(&changed));
    assert_eq!((ring(&folder).wrapping_ids(), wrapped_with(&folder)), (vec!["w2"], vec!["w2".to_owned()]));
    assert_eq!(std::fs::metadata(folder.folder.keys()).unwrap().permissions().mode() & 0o777, 0o600);
    opens(&folder).await;
    // The copy of the keyring from before fits the record, and is refused all the same: at the start.
    let new = std::fs::read(folder.folder.keys()).unwrap();
    std::fs::write(folder.folder.keys(), old).unwrap();
    let before = digests(&folder.folder);
    let refused = run(&folder.folder, &["account", "list"]);
    assert!(
        !refused.status.success() && said(&refused).contains("wrapping key w2 is missing") && said(&refused).contains("Next: "),
        "{}",
        said(&refused)
    );
    assert_eq!(digests(&folder.folder), before);
    std::fs::write(folder.folder.keys(), new).unwrap();
    assert!(run(&folder.folder, &["keys", "rotate"]).status.success());
    assert_eq!(ring(&folder).wrapping_ids(), ["w3"]);
    opens(&folder).await;
}

#[tokio::test]
async fn a_change_that_was_cut_short_is_finished_by_the_next_one() {
    // After the new key is in the file, and before anything is wrapped with it.
    let folder = closed().await;
    ring(&folder).with_new_wrapping(&mut Randomness::System).unwrap().replace(folder.folder.keys()).unwrap();
    opens(&folder).await;
    let finished = run(&folder.folder, &["keys", "rotate"]);
    assert!(finished.status.success() && said(&finished).contains("was not finished"), "{}", said(&finished));
    assert_eq!((ring(&folder).wrapping_ids(), wrapped_with(&folder)), (vec!["w2"], vec!["w2".to_owned()]));
    opens(&folder).await;
    // After everything is wrapped anew, and before the old key is taken out.
    let folder = closed().await;
    ring(&folder).with_new_wrapping(&mut Randomness::System).unwrap().replace(folder.folder.keys()).unwrap();
    let db = folder.open();
    db.write(Actor::system(), |tx| rewrapping::wrap_anew(tx, &mut |_| {}).map(drop)).await.unwrap();
    drop(db);
    assert_eq!((ring(&folder).wrapping_ids().len(), wrapped_with(&folder)), (2, vec!["w2".to_owned()]));
    opens(&folder).await;
    assert!(run(&folder.folder, &["keys", "rotate"]).status.success());
    assert_eq!(ring(&folder).wrapping_ids(), ["w2"]);
    opens(&folder).await;
    // A file left behind by a write that was cut short is in nobody's way.
    let mut left = folder.folder.keys().as_os_str().to_owned();
    left.push(".new");
    std::fs::write(&left, "half a keyr").unwrap();
    assert!(run(&folder.folder, &["keys", "rotate"]).status.success());
    assert!(!Path::new(&left).exists());
    opens(&folder).await;
}

/// The lines of a sheet, as somebody would type them from paper.
fn typed(page: &str) -> Vec<String> {
    page.split("<th scope=\"row\">")
        .skip(1)
        .map(|row| {
            let (tag, rest) = row.split_once("</th><td>").unwrap();
            format!("{tag} {}", rest.split_once("</td>").unwrap().0)
        })
        .collect()
}

#[tokio::test]
async fn a_printed_sheet_typed_in_again_is_the_keyring() {
    let folder = closed().await;
    let sheet = folder.folder.path().with_extension("sheet.html");
    let written = run(&folder.folder, &["keys", "sheet", "-o", sheet.to_str().unwrap()]);
    assert!(written.status.success(), "{}", said(&written));
    assert_eq!(std::fs::metadata(&sheet).unwrap().permissions().mode() & 0o777, 0o600);
    let again = run(&folder.folder, &["keys", "sheet", "-o", sheet.to_str().unwrap()]);
    assert!(!again.status.success() && said(&again).contains("Next: "), "never over a file that is there");
    let page = std::fs::read_to_string(&sheet).unwrap();
    assert!(page.contains("How to type it in again") && page.contains("lang=\"en\"") && page.contains("@page"));
    let lines = typed(&page);
    assert_eq!(lines.len(), 12);
    let (text, keys) = (folder.folder.path().with_extension("txt"), folder.folder.keys().to_path_buf());
    let before = std::fs::read(&keys).unwrap();
    std::fs::write(&text, lines.join("\n").to_uppercase()).unwrap();
    let over = run(&folder.folder, &["keys", "restore", text.to_str().unwrap()]);
    assert!(!over.status.success() && std::fs::read(&keys).unwrap() == before, "never over a keyring that is there");
    std::fs::remove_file(&keys).unwrap();
    let mut wrong = lines.clone();
    wrong[3] = wrong[3].replacen(|c: char| "abcdefgh".contains(c), "z", 3);
    std::fs::write(&text, wrong.join("\n")).unwrap();
    let refused = run(&folder.folder, &["keys", "restore", text.to_str().unwrap()]);
    assert!(!refused.status.success() && said(&refused).contains("Line 4: ") && !keys.exists(), "{}", said(&refused));
    std::fs::write(&text, lines.join("\n")).unwrap();
    let restored = run(&folder.folder, &["keys", "restore", text.to_str().unwrap()]);
    assert!(restored.status.success() && said(&restored).contains("it fits"), "{}", said(&restored));
    assert_eq!(std::fs::read(&keys).unwrap(), before);
    opens(&folder).await;
    // The sheet of another folder is found out, and leaves no keyring behind.
    let other = closed().await;
    std::fs::remove_file(other.folder.keys()).unwrap();
    let foreign = run(&other.folder, &["keys", "restore", text.to_str().unwrap()]);
    assert!(
        !foreign.status.success() && said(&foreign).contains("belongs to another folder") && !other.folder.keys().exists(),
        "{}",
        said(&foreign)
    );
}

#[tokio::test]
async fn a_keyring_that_is_not_right_is_refused_with_words_and_nothing_is_touched() {
    let (folder, other) = (closed().await, closed().await);
    let keys = folder.folder.keys().to_path_buf();
    let (right, foreign) = (std::fs::read(&keys).unwrap(), std::fs::read(other.folder.keys()).unwrap());
    let before = digests(&folder.folder);
    let write = |bytes: &[u8]| {
        std::fs::write(&keys, bytes).unwrap();
        std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o600)).unwrap();
    };
    let spoils: Vec<(&str, &str, Spoil<'_>)> = vec![
        ("missing", "cannot be read", Box::new(|| std::fs::remove_file(&keys).unwrap())),
        ("of another folder", "belongs to another folder", Box::new(|| write(&foreign))),
        ("damaged", "is not a keyring of Fairfloor, or it is damaged", Box::new(|| write(&right[..right.len() / 2]))),
        (
            "one letter off",
            "belongs to another folder",
            Box::new(|| {
                let mut text = String::from_utf8(right.clone()).unwrap();
                let at = text.find("audit = \"").unwrap() + 9;
                let other = if &text[at..=at] == "0" { "1" } else { "0" };
                text.replace_range(at..=at, other);
                write(text.as_bytes());
            }),
        ),
        ("empty", "is not a keyring of Fairfloor, or it is damaged", Box::new(|| write(b""))),
        (
            "open to others",
            "can be read by others",
            Box::new(|| std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o644)).unwrap()),
        ),
        (
            "a folder",
            "cannot be read",
            Box::new(|| {
                std::fs::remove_file(&keys).unwrap();
                std::fs::create_dir(&keys).unwrap();
            }),
        ),
    ];
    for (what, words, spoil) in spoils {
        spoil();
        for command in [&["serve", "--listen", "127.0.0.1:0"][..], &["verify"], &["account", "list"], &["keys", "rotate"]] {
            let refused = run(&folder.folder, command);
            let text = said(&refused);
            assert!(!refused.status.success() && text.contains(words) && text.contains("Next: "), "{what} {command:?}: {text}");
            assert_eq!(digests(&folder.folder), before, "{what} {command:?}");
        }
        if keys.is_dir() {
            std::fs::remove_dir(&keys).unwrap();
        }
        write(&right);
    }
    opens(&folder).await;
}
