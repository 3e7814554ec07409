//! An organization moves: what was written from one folder loads into a new one, and comes out of it again to the byte. What proves somebody
//! stays behind, no answer is ever in plain, and what is damaged loads nothing.

use fairfloor::archive::tables;
use fairfloor::firewall;
use fairfloor::store::{DataFolder, Db, LossAccepted};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

struct Desk {
    dir: TempDir,
}

impl Desk {
    fn with_demo() -> Self {
        let desk = Self { dir: tempfile::tempdir().unwrap() };
        let arguments = ["demo", "--no-serve", "--clients", "60", "--seed", "1", "--until", "2026-11-22"];
        assert_done(&desk.run("old", &arguments));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn run(&self, folder: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fairfloor"));
        command.env_clear().env("RUST_LOG", "warn").current_dir(self.dir.path());
        command.args(arguments).arg("--data").arg(self.path(folder)).output().unwrap()
    }

    fn export(&self, folder: &str, file: &str, key: Option<&str>) -> String {
        let mut arguments = vec!["export", "archive", "-o", file];
        arguments.extend(key.iter().flat_map(|key| ["--answers-key", key]));
        let output = self.run(folder, &arguments);
        assert_done(&output);
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    fn import(&self, folder: &str, file: &str, key: Option<&str>) -> Output {
        let mut arguments = vec!["import", "archive", file];
        arguments.extend(key.iter().flat_map(|key| ["--answers-key", key]));
        self.run(folder, &arguments)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// Nothing of a folder is there, nor of its keys.
    fn assert_absent(&self, folder: &str) {
        for name in [folder.to_owned(), format!("{folder}.keys"), format!("{folder}.erased")] {
            assert!(!self.path(&name).exists(), "{name} is there");
        }
    }
}

#[track_caller]
fn assert_done(output: &Output) {
    assert!(output.status.success(), "{} {}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
}

fn members(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().to_string(), bytes)
        })
        .collect()
}

fn packed(members: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn open(path: &Path) -> Db {
    Db::open(&DataFolder::new(path, None), &LossAccepted::default()).unwrap()
}

#[test]
fn every_table_of_the_schema_is_carried_sealed_or_left_with_a_reason() {
    let in_schema: BTreeSet<&str> = crate::rules::schema::SCHEMA
        .lines()
        .filter_map(|line| line.strip_prefix("CREATE TABLE ").or_else(|| line.strip_prefix("CREATE VIRTUAL TABLE ")))
        .map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap())
        .collect();
    let told: Vec<&str> = tables::all().map(|(table, _)| table).collect();
    let unique: BTreeSet<&str> = told.iter().copied().collect();
    assert_eq!(told.len(), unique.len(), "each once");
    assert_eq!(unique, in_schema);
}

/// For each person with a saved answer: to what, on which day, under which notice.
async fn saved(db: &Db) -> Vec<String> {
    let keeper = db.clone();
    db.read(move |conn| {
        let people: Vec<i64> =
            conn.prepare("SELECT id FROM person ORDER BY id")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        people.into_iter().map(|person| Ok(format!("{person} {:?}", firewall::saved(conn, keeper.keys(), person)?))).collect()
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn an_organization_comes_out_of_its_new_folder_as_it_went_in() {
    let desk = Desk::with_demo();
    desk.export("old", "one.zip", Some("answers.key"));
    desk.export("old", "again.zip", Some("answers.key"));
    assert!(desk.bytes("one.zip") == desk.bytes("again.zip"), "the same folder gives the same bytes");
    let loaded = desk.import("new", "one.zip", Some("answers.key"));
    assert_done(&loaded);
    let said = String::from_utf8_lossy(&loaded.stdout).into_owned();
    assert!(said.contains("fairfloor account reset --email"), "{said}");
    assert_done(&desk.run("new", &["verify"]));
    desk.export("new", "two.zip", Some("answers.key"));
    let (one, two) = (members(&desk.bytes("one.zip")), members(&desk.bytes("two.zip")));
    for (name, bytes) in &one {
        assert!(two.get(name) == Some(bytes), "{name} came out otherwise: {}", first_difference(bytes, &two[name]));
    }
    assert!(desk.bytes("one.zip") == desk.bytes("two.zip"), "equal bytes");
    assert!(one.len() > 100, "{}", one.len());
    let filled = one.iter().filter(|(_, bytes)| !bytes.is_empty()).count();
    assert!(filled > 75, "{filled} members have rows");
    for table in ["subject", "demographic_answer", "referral_event", "service", "person", "outbox_message", "consent", "zone_version"] {
        assert!(!one[&format!("tables/{table}.jsonl")].is_empty(), "{table}");
    }
    // What people said is theirs in the new folder too, and reports count the same.
    let (old, new) = (open(&desk.path("old")), open(&desk.path("new")));
    let (before, after) = (saved(&old).await, saved(&new).await);
    assert!(before.iter().any(|line| line.contains("Saved")) && before == after);
    let chain = "SELECT group_concat(action || ' ' || detail, ';') FROM (SELECT action, detail FROM audit_event WHERE action NOT LIKE '%.rows' ORDER BY seq)";
    let record: String = new.read(move |conn| Ok(conn.query_row(chain, [], |row| row.get(0))?)).await.unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&one["manifest.json"]).unwrap();
    let sum: String = fairfloor::store::sha256(&desk.bytes("one.zip")).iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(record.starts_with("organization.created ;archive.loaded archive sha256 "), "{record}");
    assert!(record.contains(&sum) && record.contains(manifest["record"].as_str().unwrap()), "{record}");
    drop((old, new));
    let report = |folder: &str| desk.run(folder, &["report", "--period", "2025", "--audience", "internal", "--format", "csv"]);
    let (old, new) = (report("old"), report("new"));
    assert_done(&old);
    assert_done(&new);
    // Each names the end of its own folder's record, and nothing else is otherwise.
    let counted = |output: &Output| {
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.lines().filter(|line| !line.contains("cover.audit-head")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(counted(&old).len() > 20 && counted(&old) == counted(&new), "a report counts the same people");
    // And everybody is found again.
    let hits = "SELECT count(*) FROM search_client WHERE search_client MATCH 'metal OR works OR bakery'";
    let found = |folder: &str| {
        let conn = rusqlite::Connection::open(desk.path(folder).join("fairfloor.db")).unwrap();
        conn.query_row(hits, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    assert!(found("old") > 0 && found("old") == found("new"));
}

fn first_difference(one: &[u8], two: &[u8]) -> String {
    let lines = |bytes: &[u8]| String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect::<Vec<_>>();
    let (one, two) = (lines(one), lines(two));
    let at = one.iter().zip(&two).position(|(one, two)| one != two).unwrap_or(one.len().min(two.len()));
    format!("line {at}: {:?} {:?}", one.get(at), two.get(at))
}

#[test]
fn nothing_that_proves_somebody_and_no_answer_is_in_it() {
    let desk = Desk::with_demo();
    let said = desk.export("old", "bare.zip", None);
    assert!(said.contains("What people said about who they are is not in it") && said.contains("--answers-key"), "{said}");
    desk.export("old", "full.zip", Some("answers.key"));
    for (file, has_answers) in [("bare.zip", false), ("full.zip", true)] {
        let members = members(&desk.bytes(file));
        assert_eq!(members.contains_key("tables/subject.jsonl"), has_answers);
        for (name, bytes) in &members {
            let text = String::from_utf8_lossy(bytes);
            for secret in [
                "\"password_hash\"",
                "\"totp_secret\"",
                "\"token_hash\"",
                "\"code_mac\"",
                "\"person_mac\"",
                "\"wrapped_key\"",
                "\"answered_on\"",
                "\"ciphertext\"",
            ] {
                assert!(!text.contains(secret), "{secret} in {name} of {file}");
            }
        }
        for table in ["session", "form_key", "invitation", "audit_event", "api_token", "mailed_code", "own_device"] {
            assert!(!members.contains_key(&format!("tables/{table}.jsonl")), "{table}");
        }
    }
    // Without answers it loads without a key, and comes out again as it was.
    assert_done(&desk.import("new", "bare.zip", None));
    assert_done(&desk.run("new", &["verify"]));
    desk.export("new", "bare-again.zip", None);
    assert!(desk.bytes("bare.zip") == desk.bytes("bare-again.zip"));
    // Whoever holds an old link or password opens nothing in the new folder.
    let conn = rusqlite::Connection::open(desk.path("new").join("fairfloor.db")).unwrap();
    let old = rusqlite::Connection::open(desk.path("old").join("fairfloor.db")).unwrap();
    let count = |conn: &rusqlite::Connection, sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count(&conn, "SELECT count(*) FROM account WHERE password_hash IS NOT NULL OR totp_secret IS NOT NULL"), 0);
    assert!(count(&old, "SELECT count(*) FROM access_link") > 0);
    let hashes: Vec<Vec<u8>> = old
        .prepare("SELECT token_hash FROM access_link")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for hash in hashes {
        let there: i64 = conn.query_row("SELECT count(*) FROM access_link WHERE token_hash = ?1", [hash], |row| row.get(0)).unwrap();
        assert_eq!(there, 0);
    }
}

#[test]
fn what_is_damaged_newer_or_under_another_key_loads_nothing() {
    let desk = Desk::with_demo();
    desk.export("old", "whole.zip", Some("answers.key"));
    desk.export("old", "other.zip", Some("other.key"));
    let whole = desk.bytes("whole.zip");
    let parts = members(&whole);
    let refused = |name: &str, bytes: &[u8], key: Option<&str>, words: &str| {
        std::fs::write(desk.path(name), bytes).unwrap();
        let output = desk.import("new", name, key);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(words) && said.contains("Nothing was loaded"), "{name}: {words:?} not in {said}");
        desk.assert_absent("new");
    };
    let key = Some("answers.key");
    refused("cut.zip", &whole[..whole.len() / 2], key, "is damaged");
    refused("text.zip", b"Name,City\nAda,Rome\n", key, "is damaged");
    let with = |name: &str, change: &dyn Fn(&mut Vec<u8>)| {
        let mut parts = parts.clone();
        change(parts.get_mut(name).unwrap());
        packed(&parts)
    };
    let manifest = |from: &'static str, to: &'static str| {
        move |bytes: &mut Vec<u8>| *bytes = String::from_utf8(std::mem::take(bytes)).unwrap().replacen(from, to, 1).into_bytes()
    };
    refused("newer.zip", &with("manifest.json", &manifest("\"edition\": 1", "\"edition\": 2")), key, "newer Fairfloor");
    refused("format.zip", &with("manifest.json", &manifest("fairfloor-archive", "other-archive")), key, "no archive of Fairfloor");
    refused("bomb.zip", &with("manifest.json", &manifest("\"bytes\": ", "\"bytes\": 99999999999")), key, "unpacks to far more");
    let cut = |bytes: &mut Vec<u8>| bytes.truncate(bytes.len() - 20);
    refused("row.zip", &with("tables/service.jsonl", &cut), key, "is damaged: service");
    let typed = |bytes: &mut Vec<u8>| {
        *bytes = String::from_utf8(std::mem::take(bytes)).unwrap().replacen("\"minutes\":", "\"minutes2\":", 1).into_bytes();
    };
    refused("column.zip", &with("tables/service.jsonl", &typed), key, "minutes2");
    let other =
        |bytes: &mut Vec<u8>| *bytes = String::from_utf8(std::mem::take(bytes)).unwrap().replacen("Riverton", "Overton", 1).into_bytes();
    refused("sum.zip", &with("tables/program.jsonl", &other), key, "not what the manifest says");
    let mut more = parts.clone();
    more.insert("tables/extra.jsonl".to_owned(), b"{}\n".to_vec());
    refused("more.zip", &packed(&more), key, "not those that its manifest names");
    refused("no-key.zip", &whole, None, "--answers-key");
    refused("wrong-key.zip", &whole, Some("other.key"), "another archive");
    // A folder with something in it is left as it is.
    std::fs::create_dir(desk.path("full")).unwrap();
    std::fs::write(desk.path("full").join("mine.txt"), "mine").unwrap();
    let output = desk.import("full", "whole.zip", key);
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("is not empty"));
    assert_eq!(std::fs::read_to_string(desk.path("full").join("mine.txt")).unwrap(), "mine");
    assert!(!desk.import("old", "whole.zip", key).status.success(), "never over a folder that is there");
    // Repacked with nothing changed it loads: it is the changes that were refused.
    std::fs::write(desk.path("repacked.zip"), packed(&parts)).unwrap();
    assert_done(&desk.import("new", "repacked.zip", key));
    // An archive goes to a file, and takes no days or programs.
    for arguments in [
        ["export", "archive"].as_slice(),
        &["export", "archive", "-o", "x.zip", "--from", "2026-01-01"],
        &["export", "clients", "--answers-key", "k"],
    ] {
        assert!(!desk.run("old", arguments).status.success(), "{arguments:?}");
    }
}
