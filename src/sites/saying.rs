//! Words about a match: why a unit fits or not, what to ask the landlord, and the need as a partner may read it. Pure.

use super::attribute::{self, Attribute, Facts};
use super::matching::{Verdict, Want, fact};
use super::rent::Rent;
use super::{Need, Site};
use crate::values::{Cents, Day, FloorWanted, Phase, RentBasis, grouped};

/// What a unit has of what is needed, in a few words: "5,200 sq ft", "$7,150 a month".
pub fn said(want: Want, verdict: Verdict, need: &Need, site: &Site, today: Day) -> String {
    if verdict == Verdict::NotKnown {
        return match (want.name, rent_words(&site.facts)) {
            ("pay_cents", Some(rent)) => format!("{rent}: what comes on top is not known. We will ask in the message."),
            _ => format!("{}: the landlord has not told us. We will ask in the message.", topic(want)),
        };
    }
    let has = has_words(want, &site.facts, today);
    if verdict == Verdict::Met {
        return has;
    }
    match against(want, &need.facts, today) {
        Some(wanted) => format!("{has}; {wanted}"),
        None => has,
    }
}

/// The want as a heading: "Floor area".
pub fn topic(want: &Attribute) -> &'static str {
    match want.name {
        "min_sq_ft" => "Floor area",
        "pay_cents" => "Rent",
        "move_by" => "Free from",
        "areas_wanted" => "Place",
        "zoning_wanted" => "Zoning",
        "gives_guarantee" => "Personal guarantee",
        _ => want.label,
    }
}

/// "$7,150 a month", with what it leaves out.
pub fn rent_words(site: &Facts) -> Option<String> {
    let rent = Rent::asked(site)?;
    Some(match rent.monthly(site.number("area_sq_ft")) {
        None => format!("{} {}", Cents::new(rent.cents), crate::values::Vocabulary::label(rent.unit).trim_start_matches("$ ")),
        Some(monthly) => match (monthly.all_in, rent.basis) {
            (Some(all_in), Some(RentBasis::Gross)) => format!("{} a month", dollars(all_in)),
            (Some(all_in), Some(RentBasis::Nnn) | None) => format!("{} a month with taxes, insurance and upkeep", dollars(all_in)),
            (Some(all_in), Some(RentBasis::ModifiedGross | RentBasis::IndustrialGross)) => {
                format!("{} a month, some utilities on top", dollars(all_in))
            }
            (None, Some(RentBasis::Nnn)) => format!("{} a month net", dollars(monthly.base)),
            (None, _) => format!("{} a month", dollars(monthly.base)),
        },
    })
}

/// Whole dollars: a rent by the square foot comes out at odd cents.
fn dollars(cents: i64) -> String {
    Cents::new((cents + 50) / 100 * 100).to_string()
}

fn has_words(want: Want, site: &Facts, today: Day) -> String {
    let area = || site.number("area_sq_ft").map(|area| format!("{} sq ft", grouped(area)));
    let own = match want.name {
        "min_sq_ft" => area(),
        "pay_cents" => rent_words(site),
        "move_by" => {
            site.day("available_on").map(|free| if free <= today { "free now".to_owned() } else { format!("free {}", free.short(today)) })
        }
        "areas_wanted" => site.text("neighborhood").map(str::to_owned),
        "zoning_wanted" => site.text("zoning").map(|zoning| format!("zoned {zoning}")),
        "gives_guarantee" => site
            .yes("needs_guarantee")
            .map(|needed| if needed { "a personal guarantee is needed" } else { "no personal guarantee" }.to_owned()),
        "floor_wanted" => Some(match (site.number("floor_number"), site.number("freight_elevator_lb")) {
            (Some(1), _) => "ground floor".to_owned(),
            (Some(floor), Some(lb)) if lb > 0 => format!("floor {floor}, freight elevator {} lb", grouped(lb)),
            (Some(floor), _) => format!("floor {floor}"),
            (None, _) => "freight elevator".to_owned(),
        }),
        "deposit_months" => site.number("deposit_months").map(|months| format!("deposit {months} months")),
        "term_years" => fact(site, "term_years").map(|(attribute, value)| format!("lease up to {}", attribute.shown(value))),
        _ => None,
    };
    own.unwrap_or_else(|| plain(want, site))
}

/// "14 ft clear height", "floor drains", "no floor drains".
fn plain(want: Want, site: &Facts) -> String {
    let label = lower(want.label);
    match site.get(want.name) {
        Some(attribute::Value::Yes(false) | attribute::Value::Number(0)) => format!("no {label}"),
        Some(value @ attribute::Value::Number(1)) if want.unit.is_empty() => {
            format!("{} {}", want.shown(value), label.trim_end_matches('s'))
        }
        Some(value @ attribute::Value::Number(_)) if want.unit.is_empty() => format!("{} {label}", want.shown(value)),
        Some(value @ attribute::Value::Number(_)) if want.name == "power_amps" => want.shown(value),
        Some(value @ attribute::Value::Number(_)) => format!("{label} {}", want.shown(value)),
        Some(attribute::Value::Yes(true)) | None => label,
        Some(value) if want.name == "power_phase" || want.name == "power_volts" => want.shown(value),
        Some(value) => format!("{label}: {}", lower(&want.shown(value))),
    }
}

/// What they need instead.
fn against(want: Want, need: &Facts, today: Day) -> Option<String> {
    match want.name {
        "min_sq_ft" => Some(format!("they need {}", area_words(need)?)),
        "pay_cents" => Some(format!("they can pay {}", able_words(need)?)),
        "move_by" => Some(format!("they move by {}", need.day("move_by")?.short(today))),
        "areas_wanted" => Some(format!("they want {}", need.words("areas_wanted").join(" or "))),
        "zoning_wanted" => Some(format!("they need {}", need.words("zoning_wanted").join(" or "))),
        "gives_guarantee" => Some("they cannot give one".to_owned()),
        "deposit_months" => Some(format!("they can give {}", need.number("deposit_months")?)),
        "floor_wanted" => None,
        _ => match need.get(want.name)? {
            attribute::Value::Yes(_) => None,
            value => Some(format!("they need {}", lower(&want.shown(value)))),
        },
    }
}

/// "4,000 to 6,000 sq ft".
pub fn area_words(need: &Facts) -> Option<String> {
    match (need.number("min_sq_ft"), need.number("max_sq_ft")) {
        (Some(least), Some(most)) if least != most => Some(format!("{} to {} sq ft", grouped(least), grouped(most))),
        (Some(least), Some(_)) => Some(format!("{} sq ft", grouped(least))),
        (Some(least), None) => Some(format!("at least {} sq ft", grouped(least))),
        (None, Some(most)) => Some(format!("at most {} sq ft", grouped(most))),
        (None, None) => None,
    }
}

/// "$7,500 a month".
pub fn able_words(need: &Facts) -> Option<String> {
    let able = Rent::able(need)?;
    Some(format!("{} {}", Cents::new(able.cents), crate::values::Vocabulary::label(able.unit).trim_start_matches("$ ")))
}

/// The need as a landlord may read it. What they can pay at most and why they move stay with the client.
pub fn need_text(need: &Need, note: Option<&str>) -> String {
    let facts = &need.facts;
    let mut lines = Vec::new();
    let size = area_words(facts).map_or_else(|| "Space".to_owned(), |area| format!("Space of {area}"));
    let by = facts.day("move_by").map(|by| format!(", by {}", by.date().strftime("%B %Y"))).unwrap_or_default();
    let place = facts.text("areas_wanted").map(|areas| format!(", in {}", areas.replace(", ", " or "))).unwrap_or_default();
    lines.push(format!("{size}{by}{place}."));
    if let Some(work) = facts.text("use_words") {
        lines.push(format!("Use: {work}."));
    }
    let needs: Vec<String> = super::matching::wants(facts)
        .into_iter()
        .filter(|want| !matches!(want.name, "min_sq_ft" | "pay_cents" | "move_by" | "areas_wanted" | "deposit_months" | "gives_guarantee"))
        .map(|want| need_words(want, facts))
        .collect();
    if !needs.is_empty() {
        lines.push(format!("Needed: {}.", needs.join("; ")));
    }
    let mut terms = Vec::new();
    terms.extend(facts.number("deposit_months").map(|months| format!("can give a deposit of {months} months")));
    terms.extend(facts.number("option_years").map(|years| format!("would like an option for {years} more years")));
    terms.extend((facts.yes("gives_guarantee") == Some(false)).then(|| "no personal guarantee".to_owned()));
    if !terms.is_empty() {
        lines.push(format!("Terms: {}.", terms.join("; ")));
    }
    if let (Some(now), Some(after)) = (facts.number("jobs_now"), facts.number("jobs_after")) {
        lines.push(format!("Jobs: {now} now, {after} after the move."));
    }
    lines.extend(note.map(str::to_owned));
    lines.join("\n")
}

fn need_words(want: Want, need: &Facts) -> String {
    match (want.name, need.get(want.name)) {
        ("floor_wanted", _) => {
            need.word::<FloorWanted>("floor_wanted").map_or_else(String::new, |floor| lower(crate::values::Vocabulary::label(floor)))
        }
        ("zoning_wanted", _) => format!("zoning {}", need.words("zoning_wanted").join(" or ")),
        ("power_phase", _) if need.word("power_phase") == Some(Phase::Single) => "single-phase power".to_owned(),
        ("power_phase", _) => "3-phase power".to_owned(),
        ("certifications", _) => format!("certified: {}", need.words("certifications").join(", ")),
        (_, Some(attribute::Value::Yes(_)) | None) => lower(want.label),
        (_, Some(value @ attribute::Value::Number(_))) if want.unit.is_empty() => format!("{} {}", want.shown(value), lower(want.label))
            .replacen("1 loading docks", "a loading dock", 1)
            .replacen("1 drive-in doors", "a drive-in door", 1),
        ("term_years", Some(value)) => format!("a lease of at least {}", want.shown(value)),
        (_, Some(value)) => format!("{} {}", lower(want.label), lower(&want.shown(value))),
    }
}

/// Jobs for each 1,000 sq ft after the move, in tenths, in a unit of this area.
pub fn jobs_per_1000_sq_ft_tenths(need: &Facts, site: &Facts) -> Option<i64> {
    let (jobs, area) = (need.number("jobs_after").or(need.number("jobs_now"))?, site.number("area_sq_ft").filter(|area| *area > 0)?);
    Some((jobs * 10_000 + area / 2) / area)
}

/// The first letter small, unless it begins an abbreviation or a name.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::matching::tests::{need, site};
    use super::super::matching::{verdict, wants};
    use super::*;

    #[test]
    fn a_match_says_why() {
        let need = need(&[
            ("min_sq_ft", "4000"),
            ("max_sq_ft", "6000"),
            ("pay_cents", "7500"),
            ("move_by", "2027-02-01"),
            ("power_amps", "400"),
            ("power_phase", "three"),
            ("drive_in_count", "1"),
            ("clear_height", "14"),
            ("air_permit_possible", "yes"),
        ]);
        let unit = site(
            "Foundry Building, unit 4",
            &[
                ("area_sq_ft", "5200"),
                ("rent_cents", "16.50"),
                ("rent_unit", "sq_ft_year"),
                ("rent_basis", "gross"),
                ("available_on", "2027-05-01"),
                ("power_amps", "200"),
                ("power_phase", "single"),
                ("drive_in_count", "2"),
                ("clear_height", "16"),
            ],
        );
        let today = Day::new(jiff::civil::date(2026, 11, 25));
        let words: Vec<String> =
            wants(&need.facts).into_iter().map(|want| said(want, verdict(want, &need.facts, &unit.facts), &need, &unit, today)).collect();
        assert_eq!(
            words,
            [
                "5,200 sq ft",
                "$7,150 a month",
                "free May 1, 2027; they move by February 1, 2027",
                "clear height 16 ft",
                "200 A; they need 400 A",
                "Single phase; they need 3-phase",
                "2 drive-in doors",
                "Air permit possible: the landlord has not told us. We will ask in the message.",
            ]
        );
    }

    #[test]
    fn the_landlord_reads_the_need_and_neither_the_purse_nor_the_reason() {
        let need = need(&[
            ("reason", "displaced"),
            ("min_sq_ft", "4000"),
            ("pay_cents", "7500"),
            ("move_by", "2027-02-01"),
            ("use_words", "plating of small parts"),
            ("power_phase", "three"),
            ("drive_in_count", "1"),
            ("gives_guarantee", "no"),
            ("allows_noise", "yes"),
        ]);
        let text = need_text(&need, Some("Two vats of 300 gallons."));
        assert_eq!(
            text,
            "Space of at least 4,000 sq ft, by February 2027.\nUse: plating of small parts.\nNeeded: 3-phase power; a drive-in door; noise allowed.\nTerms: no personal guarantee.\nTwo vats of 300 gallons."
        );
    }

    #[test]
    fn jobs_by_floor_area_are_counted() {
        let (need, unit) = (need(&[("jobs_now", "8"), ("jobs_after", "13")]), site("S", &[("area_sq_ft", "5200")]));
        assert_eq!(jobs_per_1000_sq_ft_tenths(&need.facts, &unit.facts), Some(25));
    }
}
