//! Sequences of releases of a made-up city, attacked by somebody who has all of them.

use crate::house::Folder;
use fairfloor::demo::open_or_make;
use fairfloor::demo::plan::Arguments;
use fairfloor::equity::ledger::editions::Edition;
use fairfloor::error::{Error, Result};
use fairfloor::programs;
use fairfloor::reports::releases::audit::audit;
use fairfloor::reports::releases::obtain::obtain;
use fairfloor::reports::releases::publication::publication;
use fairfloor::reports::releases::{Asked, Progress, Release, queries};
use fairfloor::store::{Actor, Db, Object, Tx};
use fairfloor::values::{Day, Period, ReleaseAudience, Vocabulary};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

async fn release(db: &Db, program: Option<&'static str>, period: &str, reason: Option<&str>) -> Result<Release> {
    let program = db.read(move |conn| program.map(|name| programs::queries::find_by_name(conn, Some(name))).transpose()).await?;
    let asked = Asked { program, period: Period::parse(period)?, years: None, reason: reason.map(str::to_owned) };
    obtain(db, &Actor::command_line(), asked, &Arc::new(Progress::default())).await
}

async fn correct(db: &Db) {
    let deed = |tx: &Tx<'_>| {
        tx.execute("UPDATE enrollment SET from_on = '2025-11-03' WHERE id = (SELECT max(id) FROM enrollment)", ())?;
        tx.execute("UPDATE deployment SET undone_at = 1 WHERE id = (SELECT min(id) FROM deployment WHERE awarded_on < '2026-01-01')", ())?;
        tx.audit_with("enrollment.corrected", Object::none(), "late")
    };
    db.write(Actor::command_line(), deed).await.unwrap();
}

async fn dump(db: &Db, name: &str) {
    for readers in ReleaseAudience::ALL.iter().copied() {
        let published = db.read(move |conn| publication(conn, readers)).await.unwrap();
        let out = format!("/tmp/seq/{name}-{}", readers.code());
        std::fs::write(format!("{out}.pub.json"), serde_json::to_vec(&published).unwrap()).unwrap();
        let keeper = db.clone();
        let (editions, ways): (Vec<Edition>, Vec<BTreeMap<i64, String>>) = db
            .read(move |conn| {
                let past = queries::past(conn)?;
                let editions = queries::editions(conn, keeper.keys(), &past, readers)?;
                let mut ways = Vec::new();
                for one in &past {
                    ways.push(queries::ways(conn, one.key)?.into_iter().map(|(key, way)| (key, way.written())).collect());
                }
                Ok((editions, ways))
            })
            .await
            .unwrap();
        let k = if readers == ReleaseAudience::Public { 11 } else { 5 };
        let text: Vec<serde_json::Value> = editions
            .iter()
            .zip(&ways)
            .map(|(one, ways)| {
                let ids: Vec<String> = one.counts.iter().map(|count| count.id()).collect();
                let secrets: Vec<_> = one.secrets.iter().map(|kept| (kept.outer, kept.inner)).collect();
                serde_json::json!({"k": k, "ids": ids, "told": one.told, "secrets": secrets, "ways": ways})
            })
            .collect();
        std::fs::write(format!("{out}.link.json"), serde_json::to_vec(&text).unwrap()).unwrap();
    }
}

#[tokio::test]
async fn sequence() {
    let clients: usize = std::env::var("CLIENTS").unwrap().parse().unwrap();
    let which = std::env::var("WHICH").unwrap();
    let folder = Folder::new();
    let start = Instant::now();
    let db = open_or_make(&folder.folder, Arguments { seed: 1, clients, until: Day::parse("2026-11-22").unwrap() }).await.unwrap();
    println!("city {:?}", start.elapsed());
    for step in which.split(',') {
        let start = Instant::now();
        let (program, period) = step.split_once(':').unwrap();
        let program = match program {
            "m" => Some("Riverton Makers"),
            "k" => Some("Eastside Kitchens"),
            _ => None,
        };
        let reason = period.strip_suffix('!');
        let found = if let Some(period) = reason {
            correct(&db).await;
            release(&db, program, period, Some("late")).await
        } else {
            release(&db, program, period, None).await
        };
        match found {
            Ok(_) => println!("{step} {:?}", start.elapsed()),
            Err(Error::Rejected(why)) => println!("{step} refused {why} {:?}", start.elapsed()),
            Err(other) => panic!("{other:?}"),
        }
    }
    dump(&db, &std::env::var("NAME").unwrap()).await;
    println!("dumped");
    let start = Instant::now();
    let audited = db.read(audit).await.unwrap();
    println!("audit {:?} attacked {:?} too large {:?}: {:#?}", start.elapsed(), audited.attacked, audited.too_large, audited.faults);
}
