//! Large files go through in little memory: looked at from outside, in a process of its own.

use crate::crash::Server;
use std::path::Path;

/// By how much the anonymous memory of the program may grow from a small file to one ten times as large, in KiB.
const MOST: i64 = 12 * 1024;

/// Most anonymous memory of a command while it ran, in KiB.
fn peak(server: &Server, arguments: &[&str]) -> i64 {
    let mut child = server.start(arguments);
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let now = std::fs::read_to_string(&status).unwrap_or_default();
        let line = now.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap_or("0 kB");
        most = most.max(line.trim().trim_end_matches(" kB").parse().unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    most
}

fn services(path: &Path, rows: usize) {
    let kinds = ["coaching", "space", "certification"];
    let row = |at: usize| {
        format!("Made Up Works {},2025-{:02}-{:02},{},phone,{},Row {at}\n", at % 20, at % 12 + 1, at % 28 + 1, kinds[at % 3], at % 200 + 1)
    };
    let text: String = std::iter::once("Client,Date,Kind,Method,Minutes,Notes\n".to_owned()).chain((0..rows).map(row)).collect();
    std::fs::write(path, text).unwrap();
}

#[test]
fn ten_times_the_services_take_no_more_memory() {
    let server = Server::init();
    let file = |name: &str| server.elsewhere(name).to_str().unwrap().to_owned();
    let clients: String = (0..20).map(|at| format!("Made Up Works {at}\n")).collect();
    std::fs::write(file("clients.csv"), format!("Business name\n{clients}")).unwrap();
    assert!(server.run(&["import", "clients", &file("clients.csv")]).status.success());
    services(server.elsewhere("few.csv").as_path(), 2_500);
    services(server.elsewhere("many.csv").as_path(), 25_000);
    let few = peak(&server, &["import", "services", &file("few.csv")]);
    let many = peak(&server, &["import", "services", &file("many.csv")]);
    assert!(few > 1_000 && many - few < MOST, "{few} KiB, {many} KiB");
    let out = peak(&server, &["export", "services", "--format", "xlsx", "-o", &file("out.xlsx")]);
    assert!(out - few < MOST, "{few} KiB, {out} KiB");
    // What was written is what was read.
    assert!(server.run(&["export", "services", "-o", &file("out.csv")]).status.success());
    assert_eq!(std::fs::read_to_string(file("out.csv")).unwrap().lines().count(), 25_001);
}
