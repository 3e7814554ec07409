//! What the ledger publishes of made-up clients, and an attacker who has all of it. `FAIRFLOOR_WORLDS` names further files of the same
//! form as `tests/oracles/ledger-worlds.json`, as a list of paths.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "what is shown stands beside the reference")]

use fairfloor::equity::ledger::attack::{Findings, attack};
use fairfloor::equity::ledger::columns::{Columns, Dim, Kind, Wanted, every_kind};
use fairfloor::equity::ledger::engine::{Secret, Task, decide};
use fairfloor::equity::ledger::publication::{About, Dimension, FORMAT, Publication, Show, Statement};
use fairfloor::equity::ledger::secrets::small_counts;
use fairfloor::equity::ledger::worlds::Facts;
use serde_json::Value;
use std::fmt::Write as _;
use std::sync::Mutex;

const OURS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracles/ledger-worlds.json");

/// A catalogue and the clients it counts.
struct World {
    dims: Vec<Dim>,
    ids: Vec<String>,
    counts: Vec<Wanted>,
    kinds: Vec<Kind>,
}

#[test]
fn nothing_is_worked_out_and_at_least_as_much_is_shown_as_the_reference_shows() {
    let mut files = vec![std::path::PathBuf::from(OURS)];
    files.extend(std::env::var_os("FAIRFLOOR_WORLDS").iter().flat_map(std::env::split_paths));
    let mut tasks = Vec::new();
    for path in files {
        let file: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(file["format"], "ledger-worlds-1", "{}", path.display());
        for world in file["worlds"].as_array().unwrap() {
            for (threshold, reference) in world["reference"].as_object().unwrap() {
                let shown = reference["shown"].as_u64().unwrap();
                tasks.push((path.clone(), read(&file, world), threshold.parse::<i64>().unwrap(), usize::try_from(shown).unwrap()));
            }
        }
    }
    let (tasks, told) = (Mutex::new(tasks), Mutex::new(String::new()));
    let complaints = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((path, world, threshold, reference)) = { tasks.lock().unwrap().pop() } {
                    let published = publish(&world, threshold);
                    let shown = published.statements.iter().filter(|one| matches!(one.show, Show::Exactly { .. })).count();
                    let found = attack(&published).unwrap();
                    let line = format!(
                        "{} clients, k {threshold}: shown {shown} of {}, reference {reference}",
                        world.kinds.len(),
                        world.ids.len()
                    );
                    writeln!(told.lock().unwrap(), "{line}").unwrap();
                    if !found.is_clean() || shown < reference {
                        complaints.lock().unwrap().push(format!("{}: {line}: {found:?}", path.display()));
                    }
                }
            });
        }
    });
    println!("{}", told.into_inner().unwrap());
    let complaints = complaints.into_inner().unwrap();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

fn read(file: &Value, world: &Value) -> World {
    let texts = |list: &Value| -> Vec<String> { list.as_array().unwrap().iter().map(text).collect() };
    let dims: Vec<Dim> =
        file["dims"].as_array().unwrap().iter().map(|dim| Dim { name: text(&dim["name"]), codes: texts(&dim["codes"]) }).collect();
    let catalogue = file["catalogue"].as_array().unwrap();
    let wanted = |count: &Value| count["where"].as_object().unwrap().iter().map(|(name, codes)| (name.clone(), texts(codes))).collect();
    let fields = texts(&file["row_fields"]);
    let code = |row: &Value, dim: &Dim| {
        let at = fields.iter().position(|field| *field == dim.name).unwrap();
        dim.codes.iter().position(|code| *code == row[at].as_str().unwrap()).unwrap()
    };
    let mut order: Vec<&Value> = catalogue.iter().collect();
    order.sort_by_key(|count| count["priority"].as_u64());
    World {
        ids: order.iter().map(|count| text(&count["id"])).collect(),
        counts: order.iter().map(|count| wanted(count)).collect(),
        kinds: world["rows"].as_array().unwrap().iter().map(|row| dims.iter().map(|dim| code(row, dim)).collect()).collect(),
        dims,
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Publishes a world whole, in one release.
fn publish(world: &World, threshold: i64) -> Publication {
    let columns = Columns::new(&world.dims, &world.counts, every_kind(&world.dims)).unwrap();
    let (truth, values) = columns.fill(world.kinds.iter().map(|kind| (kind, 1)));
    let secrets: Vec<Secret> = small_counts(&columns.cells, &values, threshold, &|_| false);
    let asked: Vec<usize> = (0..values.len()).filter(|at| !(1..threshold).contains(&values[*at])).collect();
    let facts = Facts { cells: &columns.cells, values: &values, truth: &truth, is_whole: true };
    let decision = decide(&Task { facts, known: &[], open: &[], asked: &asked, secrets: &secrets }, &mut |_, _| {}).unwrap();
    let statement = |at: usize| {
        let show = if decision.shown.contains(&at) { Show::Exactly { eq: values[at] } } else { Show::Hidden { hidden: true } };
        count(&world.ids[at], world.counts[at].clone(), show)
    };
    publication(threshold, &world.dims, (0..values.len()).map(statement).collect())
}

fn publication(threshold: i64, dims: &[Dim], statements: Vec<Statement>) -> Publication {
    let dims = dims.iter().map(|dim| Dimension { name: dim.name.clone(), codes: dim.codes.clone() }).collect();
    Publication { format: FORMAT.into(), threshold, dims, monotone: Vec::new(), impossible: Vec::new(), statements }
}

fn count(id: &str, wanted: Wanted, show: Show) -> Statement {
    Statement { id: id.into(), release: "1".into(), table: "T".into(), about: About::Count { wanted }, show }
}

/// A small publication, as somebody careless would make it.
struct Careless {
    dims: Vec<Dim>,
    statements: Vec<Statement>,
    monotone: Vec<(String, String)>,
}

impl Careless {
    fn new(dims: &[(&str, &[&str])]) -> Self {
        let dim = |(name, codes): &(&str, &[&str])| Dim { name: (*name).into(), codes: codes.iter().map(|code| (*code).into()).collect() };
        Self { dims: dims.iter().map(dim).collect(), statements: Vec::new(), monotone: Vec::new() }
    }

    fn says(mut self, id: &str, wanted: &[(&str, &[&str])], show: Show) -> Self {
        self.statements.push(count(id, wanted_of(wanted), show));
        self
    }

    fn rate(mut self, id: &str, num: &[(&str, &[&str])], den: &[(&str, &[&str])], pct: f64, dp: i32) -> Self {
        let about = About::Rate { num: wanted_of(num), den: wanted_of(den) };
        self.statements.push(Statement { id: id.into(), release: "1".into(), table: "T".into(), about, show: Show::Percent { pct, dp } });
        self
    }

    fn found(self) -> Findings {
        let mut published = publication(5, &self.dims, self.statements);
        published.monotone = self.monotone;
        attack(&published).unwrap()
    }
}

fn wanted_of(pairs: &[(&str, &[&str])]) -> Wanted {
    pairs.iter().map(|(name, codes)| ((*name).into(), codes.iter().map(|code| (*code).into()).collect())).collect()
}

fn eq(eq: i64) -> Show {
    Show::Exactly { eq }
}

const HIDDEN: Show = Show::Hidden { hidden: true };
const RACES: &[(&str, &[&str])] = &[("race", &["black", "white", "asian"])];

#[test]
fn a_line_with_one_number_left_out_tells_it() {
    let found = Careless::new(RACES)
        .says("all", &[], eq(40))
        .says("white", &[("race", &["white"])], eq(30))
        .says("asian", &[("race", &["asian"])], eq(7))
        .says("black", &[("race", &["black"])], HIDDEN)
        .found();
    assert_eq!(found.recovered, ["black"]);
}

#[test]
fn two_left_out_of_a_line_are_told_by_another_table() {
    let dims: &[(&str, &[&str])] = &[("race", &["black", "white", "asian"]), ("area", &["east", "west"])];
    let careless = Careless::new(dims)
        .says("all", &[], eq(40))
        .says("white", &[("race", &["white"])], eq(30))
        .says("black", &[("race", &["black"])], HIDDEN)
        .says("asian", &[("race", &["asian"])], HIDDEN);
    assert_eq!(careless.found(), Findings::default());
    let told = Careless::new(dims)
        .says("all", &[], eq(40))
        .says("white", &[("race", &["white"])], eq(30))
        .says("black", &[("race", &["black"])], HIDDEN)
        .says("asian", &[("race", &["asian"])], HIDDEN)
        .says("asian east", &[("race", &["asian"]), ("area", &["east"])], eq(7))
        .says("asian west", &[("race", &["asian"]), ("area", &["west"])], eq(0))
        .found();
    assert_eq!(told.recovered, ["black"]);
}

#[test]
fn what_comes_to_nothing_tells_what_is_left_though_no_sum_does() {
    // Ten in all; black and white together, and black and asian together, come to at most what is said: only non-negativity tells.
    let found = Careless::new(&[("race", &["black", "white", "asian", "other"])])
        .says("all", &[], eq(14))
        .says("black or white", &[("race", &["black", "white"])], eq(14))
        .says("black or asian", &[("race", &["black", "asian"])], HIDDEN)
        .says("white", &[("race", &["white"])], eq(10))
        .found();
    assert_eq!(found.recovered, ["black or asian"]);
}

#[test]
fn one_more_next_month_is_a_small_difference() {
    let stages: &[&str] = &["absent", "enrolled"];
    let mut careless = Careless::new(&[("stage@1", stages), ("stage@2", stages)])
        .says("first month", &[("stage@1", &["enrolled"])], eq(40))
        .says("second month", &[("stage@2", &["enrolled"])], eq(41));
    careless.monotone.push(("stage@1".into(), "stage@2".into()));
    assert_eq!(careless.found().small_differences, ["second month less first month"]);
}

#[test]
fn a_filter_and_its_whole_differ_by_few() {
    let found = Careless::new(RACES).says("all", &[], eq(40)).says("all but asian", &[("race", &["black", "white"])], eq(38)).found();
    assert_eq!(found.small_differences, ["all less all but asian"]);
}

#[test]
fn a_share_with_a_decimal_beside_its_whole_is_a_count() {
    let found = Careless::new(RACES).says("all", &[], eq(54)).rate("black", &[("race", &["black"])], &[], 7.4, 1).found();
    assert_eq!(found.recovered, ["black (part)"]);
}

#[test]
fn a_band_that_others_leave_no_room_in_is_a_count() {
    let found = Careless::new(RACES)
        .says("all", &[], eq(40))
        .says("white or asian", &[("race", &["white", "asian"])], Show::Within { lo: 36, hi: 40 })
        .says("black or asian", &[("race", &["black", "asian"])], eq(10))
        .says("white", &[("race", &["white"])], eq(30))
        .says("black", &[("race", &["black"])], Show::Within { lo: 4, hi: 9 })
        .found();
    assert_eq!(found.recovered, ["black"]);
}

#[test]
fn rounded_numbers_in_a_rare_corner_tell_the_exact_ones() {
    let races: &[&str] = &["a", "b", "c", "d", "e", "f", "g"];
    // Of six, the seventh has nobody: each is at most 2 when rounded to 0, and six times 2 is the exact total.
    let mut careless = Careless::new(&[("race", races)]).says("all", &[], eq(12));
    for race in &races[..6] {
        careless = careless.says(race, &[("race", &[race])], Show::Within { lo: 0, hi: 2 });
    }
    careless = careless.says("g", &[("race", &["g"])], eq(0));
    assert_eq!(careless.found().recovered, ["a", "b", "c", "d", "e", "f"]);
}

#[test]
fn a_total_of_few_and_a_difference_of_totals_of_few_are_thin() {
    let sum = |id: &str, wanted: &[(&str, &[&str])]| Statement {
        id: id.into(),
        release: "1".into(),
        table: "T".into(),
        about: About::Sum { measure: "dollars".into(), wanted: wanted_of(wanted) },
        show: eq(90_000),
    };
    let figure = |id: &str| Statement {
        about: About::Stat { wanted: wanted_of(&[("race", &["asian"])]) },
        show: Show::Figure { value: 21.0 },
        ..sum(id, &[])
    };
    let mut careless = Careless::new(RACES)
        .says("all", &[], eq(40))
        .says("white", &[("race", &["white"])], eq(30))
        .says("asian", &[("race", &["asian"])], eq(7))
        .says("black", &[("race", &["black"])], HIDDEN);
    careless.statements.extend([
        sum("dollars of all", &[]),
        sum("dollars of white or asian", &[("race", &["white", "asian"])]),
        sum("dollars of black", &[("race", &["black"])]),
        figure("median of asian"),
    ]);
    let found = careless.found();
    // Both names of a set are the first that spoke of it.
    assert_eq!(found.thin, ["black", "asian", "all less dollars of white or asian"]);
}

#[test]
fn the_program_itself_attacks_a_file_and_says_what_it_tells() {
    let folder = tempfile::tempdir().unwrap();
    let run = |published: &Publication| {
        let path = folder.path().join("publication.json");
        std::fs::write(&path, serde_json::to_vec(published).unwrap()).unwrap();
        std::process::Command::new(env!("CARGO_BIN_EXE_fairfloor")).args(["verify", "--publication"]).arg(path).output().unwrap()
    };
    let dims = [Dim { name: "race".into(), codes: vec!["black".into(), "white".into()] }];
    let all = || count("all", Wanted::new(), eq(40));
    let leaking = publication(
        5,
        &dims,
        vec![all(), count("white", wanted_of(&[("race", &["white"])]), eq(37)), count("black", wanted_of(&[("race", &["black"])]), HIDDEN)],
    );
    let told = run(&leaking);
    let words = String::from_utf8_lossy(&told.stdout).into_owned() + &String::from_utf8_lossy(&told.stderr);
    assert!(!told.status.success() && words.contains("black can be worked out.") && words.contains("Next: take it back"), "{words}");
    let clean = publication(5, &dims, vec![all(), count("white", wanted_of(&[("race", &["white"])]), HIDDEN)]);
    let fine = run(&clean);
    assert!(fine.status.success(), "{}", String::from_utf8_lossy(&fine.stderr));
    assert!(String::from_utf8_lossy(&fine.stdout).contains("Nothing that was left out can be worked out."));
}

#[test]
fn a_publication_that_no_clients_fit_is_called_a_contradiction() {
    let found = Careless::new(RACES).says("all", &[], eq(10)).says("white", &[("race", &["white"])], eq(11)).found();
    assert!(!found.contradictions.is_empty());
}
