//! Made-up businesses as files have them, two descriptions of each of some, and near misses. Nothing here uses what compares them.

use super::Facts;

/// A die that falls the same way every time.
pub struct Die(u64);

impl Die {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    fn is_in(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const FAMILIES: &[&str] = &[
    "Okafor",
    "Núñez",
    "Garcia",
    "Smith",
    "Lê",
    "Nguyen",
    "Petrov",
    "Haddad",
    "O'Brien",
    "Johnson",
    "Kowalski",
    "Fernández",
    "Chen",
    "Wong",
    "Patel",
    "Singh",
    "Baptiste",
    "Jackson",
    "Washington",
    "Reyes",
    "Martínez",
    "Schmidt",
    "Rossi",
    "Moreau",
    "Yamamoto",
    "Kim",
    "Park",
    "Ali",
    "Hassan",
    "Begum",
    "Diaz",
    "Torres",
    "Rivera",
    "Cohen",
    "Goldberg",
    "Murphy",
    "Kelly",
    "Brown",
    "Green",
    "Whitaker",
    "Osei",
    "Mensah",
    "Adeyemi",
    "Dubois",
    "Novak",
    "Horvat",
    "Silva",
    "Costa",
    "Pereira",
    "Ivanova",
    "Tanaka",
    "Suzuki",
    "Ahmed",
    "Khan",
    "Ortiz",
];
const GIVEN: &[&str] = &[
    "Ada", "Maria", "José", "Chinedu", "Linh", "Omar", "Fatima", "Grace", "Robert", "Elena", "Wei", "Anh", "Samuel", "Denise", "Tyrone",
    "Rosa", "Miguel", "Hana", "Peter", "Yolanda", "Kwame", "Priya", "Ivan", "Leila", "Thomas",
];
const FANCY: &[&str] = &[
    "Red Hook",
    "Blue Heron",
    "Iron Horse",
    "Golden Gate",
    "Sunrise",
    "Northside",
    "Harbor",
    "Evergreen",
    "Liberty",
    "Phoenix",
    "Cedar",
    "Riverside",
    "Lakeview",
    "Summit",
    "Atlas",
    "Keystone",
    "Pioneer",
    "Cobalt",
    "Juniper",
    "Maple Leaf",
    "Union",
    "Crescent",
    "Falcon",
    "Granite",
    "Bluebird",
    "Tidewater",
    "Copper Kettle",
    "Three Rivers",
    "Silver Spoon",
    "Old Mill",
    "Gowanus",
    "Bayview",
    "Wildflower",
    "Lighthouse",
    "Magnolia",
    "Stonebridge",
    "Prairie",
    "Orchard",
    "Brightwater",
    "Ember",
];
const TRADES: &[&str] = &[
    "Metal Finishing",
    "Bakery",
    "Woodworking",
    "Machine Shop",
    "Coffee Roasters",
    "Textile Mills",
    "Sheet Metal",
    "Furniture",
    "Printing Company",
    "Sign Works",
    "Foods",
    "Brewing Company",
    "Leather Goods",
    "Plastics Manufacturing",
    "Glass Studio",
    "Cabinets",
    "Precision Tool",
    "Packaging Supply",
    "Cosmetics Laboratory",
    "Electric Manufacturing",
    "Welding & Fabrication",
    "Soap Company",
];
const FORMS: &[&str] = &["", "", " LLC", " Inc.", " Corp.", ", Inc.", " Co.", " L.L.C.", " Ltd."];
const STREETS: &[&str] = &[
    "Industrial Avenue",
    "Main Street",
    "3rd Street",
    "Flushing Avenue",
    "Northwest Front Avenue",
    "South 5th Street",
    "Oak Boulevard",
    "Commerce Drive",
    "Railroad Avenue",
    "Water Street",
    "Union Turnpike",
    "Bush Terminal Road",
    "Harbor Place",
    "East Monument Street",
    "Meadow Lane",
    "Foundry Court",
    "Canal Street",
    "Bay Parkway",
    "Vernon Boulevard",
    "Court Square",
];
const FREE: &[&str] = &["gmail.com", "yahoo.com", "hotmail.com", "outlook.com"];

/// A made-up business with a legal name beside the one it goes by.
#[derive(Clone)]
pub struct Firm {
    pub facts: Facts,
    pub legal: String,
}

fn letters(text: &str) -> String {
    text.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect()
}

fn telephone(die: &mut Die) -> String {
    format!("({}) {:03}-{:04}", die.of(&["718", "503", "408", "317", "212"]), 200 + die.below(799), die.below(10_000))
}

fn street(die: &mut Die) -> String {
    format!("{} {}", 1 + die.below(2_400), die.of(STREETS))
}

fn postal_code(die: &mut Die) -> String {
    format!("{:05}", 11_200 + die.below(60))
}

/// A business that nobody has seen.
pub fn firm(die: &mut Die) -> Firm {
    let (family, given, trade) = (die.of(FAMILIES), die.of(GIVEN), die.of(TRADES));
    let stem = match die.below(10) {
        0..=3 => family.to_owned(),
        4 => format!("{family} & Sons"),
        5 => format!("{family} Brothers"),
        6 => format!("{family} and {}", die.of(FAMILIES)),
        _ => die.of(FANCY).to_owned(),
    };
    let name = format!("{stem} {trade}{}", die.of(FORMS));
    let legal = format!("{} {} Holdings LLC", family, die.of(&["Family", "Group", "Enterprises", "Industries", "Ventures"]));
    let host = if die.is_in(45) { format!("{}{}.com", letters(&stem), letters(trade)) } else { die.of(FREE).to_owned() };
    let email = format!(
        "{}{}@{host}",
        letters(given),
        if host.contains("mail") || FREE.contains(&host.as_str()) {
            format!("{}{}", letters(family), die.below(90))
        } else {
            String::new()
        }
    );
    let maybe = |die: &mut Die, percent: usize, text: String| if die.is_in(percent) { vec![text] } else { Vec::new() };
    let (telephone, street, code) = (telephone(die), street(die), postal_code(die));
    let facts = Facts {
        names: vec![name],
        telephones: maybe(die, 85, telephone),
        emails: maybe(die, 70, email),
        people: maybe(die, 75, format!("{given} {family}")),
        street: maybe(die, 85, street).pop(),
        postal_code: Some(code),
        city: Some(die.of(&["Brooklyn", "Portland", "San Jose", "Indianapolis"]).to_owned()),
        product: maybe(die, 50, trade.to_lowercase()).pop(),
        website: None,
    };
    Firm { facts, legal }
}

fn typo(die: &mut Die, text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = 1 + die.below(letters.len().saturating_sub(3).max(1));
    match die.below(4) {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ => letters[at] = char::from(b'a' + u8::try_from(die.below(26)).unwrap()),
    }
    letters.into_iter().collect()
}

/// As clerks shorten words.
const SHORTENED: &[(&str, &str)] = &[
    ("Manufacturing", "Mfg"),
    ("Brothers", "Bros."),
    ("Company", "Co"),
    (" and ", " & "),
    (" & ", " and "),
    ("Laboratory", "Labs"),
    ("Fabrication", "Fab"),
    ("Electric", "Elec."),
    ("Packaging", "Pkg"),
    ("Street", "St."),
    ("Avenue", "Ave"),
    ("Boulevard", "Blvd"),
    ("Northwest", "NW"),
    ("South ", "S "),
    ("East ", "E. "),
    ("Road", "Rd"),
    ("Drive", "Dr"),
    ("Lane", "Ln"),
    ("Parkway", "Pkwy"),
];

fn shortened(text: &str) -> String {
    SHORTENED.iter().fold((text.to_owned(), false), |(text, _), (long, short)| (text.replacen(long, short, 1), true)).0
}

fn without_accents(text: &str) -> String {
    let plain = [('é', 'e'), ('í', 'i'), ('ú', 'u'), ('ñ', 'n'), ('ê', 'e'), ('á', 'a'), ('ó', 'o')];
    text.chars().map(|c| plain.iter().find(|(accented, _)| *accented == c).map_or(c, |(_, bare)| *bare)).collect()
}

fn swapped(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.rotate_left(1);
    words.join(" ")
}

/// The same business as another clerk wrote it down, years later: two to four things are different.
pub fn corrupted(die: &mut Die, firm: &Firm) -> Facts {
    let mut facts = firm.facts.clone();
    let (mut is_renamed, mut has_moved, mut is_out_of_reach) = (false, false, facts.telephones.is_empty() && facts.emails.is_empty());
    for _ in 0..2 + die.below(3) {
        match die.below(14) {
            0 | 1 => facts.names[0] = typo(die, &facts.names[0]),
            2 => facts.names[0] = shortened(&facts.names[0]),
            3 => facts.names[0] = swapped(&facts.names[0]),
            4 => facts.names[0] = without_accents(&facts.names[0]).to_uppercase(),
            5 => {
                let bare = FORMS
                    .iter()
                    .filter(|form| !form.is_empty())
                    .find_map(|form| facts.names[0].strip_suffix(form))
                    .unwrap_or(&facts.names[0]);
                facts.names[0] = format!("{bare}{}", die.of(FORMS));
            }
            // Nobody, not a clerk either, knows a business again that has another name, another place and cannot be reached.
            6 if !has_moved && !is_out_of_reach => {
                facts.names = vec![if die.is_in(50) { firm.legal.clone() } else { format!("{} d/b/a {}", firm.legal, facts.names[0]) }];
                is_renamed = true;
            }
            7 if !is_renamed => {
                facts.telephones = vec![telephone(die)];
                is_out_of_reach = true;
            }
            8 if !is_renamed && !is_out_of_reach => {
                (facts.street, facts.postal_code) = (Some(street(die)), Some(postal_code(die)));
                has_moved = true;
            }
            9 if !is_renamed && !has_moved => {
                facts.telephones.clear();
                is_out_of_reach = facts.emails.is_empty();
            }
            10 if !is_renamed && !has_moved => {
                facts.emails.clear();
                is_out_of_reach = facts.telephones.is_empty();
            }
            11 => facts.street = facts.street.map(|street| format!("{}, Suite {}", shortened(&street), 1 + die.below(9))),
            12 => {
                facts.people = facts
                    .people
                    .iter()
                    .map(|name| {
                        name.split_once(' ')
                            .map_or_else(|| name.clone(), |(given, family)| format!("{family}, {}.", given.chars().next().unwrap()))
                    })
                    .collect();
            }
            _ => facts.product = None,
        }
    }
    facts.telephones = facts.telephones.iter().map(|number| number.replace(['(', ')', ' '], "").replace('-', ".")).collect();
    facts
}

/// Another business that has something in common with one that is here.
pub fn near_miss(die: &mut Die, here: &Firm) -> Facts {
    let mut other = firm(die).facts;
    let of = &here.facts;
    match die.below(6) {
        // A branch of a chain, or a namesake in another town.
        0 => {
            other.names.clone_from(&of.names);
            (other.street, other.telephones) = (Some(street(die)), vec![telephone(die)]);
            other.postal_code = Some(format!("{:05}", 97_000 + die.below(60)));
        }
        // The same building.
        1 => (other.street, other.postal_code) = (of.street.clone(), of.postal_code.clone()),
        // The same family name in another trade.
        2 => {
            let family = of.people.first().and_then(|name| name.split_once(' ')).map_or("Smith", |(_, family)| family);
            other.names = vec![format!("{family} {}", die.of(TRADES))];
            other.people = vec![format!("{} {family}", die.of(GIVEN))];
        }
        // Mail of one domain, as tenants of an incubator have it.
        3 => {
            let host = of.emails.first().and_then(|email| email.split_once('@')).map_or("makerspace.org", |(_, host)| host);
            other.emails = vec![format!("desk{}@{host}", die.below(99))];
        }
        // The same fancy word and ZIP code.
        4 => {
            let word = of.names[0].split(' ').next().unwrap();
            other.names = vec![format!("{word} {}", die.of(TRADES))];
            other.postal_code.clone_from(&of.postal_code);
        }
        // The same trade around the corner.
        _ => (other.product, other.postal_code) = (of.product.clone(), of.postal_code.clone()),
    }
    other
}
