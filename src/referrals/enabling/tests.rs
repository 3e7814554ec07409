//! What is picked, what is left alone, and that no text can break it.

use super::*;
use proptest::prelude::*;

fn picked(text: &str) -> Vec<(String, Why)> {
    warnings(text).into_iter().map(|warning| (warning.words, warning.why)).collect()
}

#[test]
fn enabling_detail_is_quoted_with_its_reason() {
    for (text, words, why) in [
        ("We spin it at 450 rpm for an hour", "450 rpm", Why::Setting),
        ("pressed with 12bar", "12bar", Why::Setting),
        ("cured at 180 °C overnight", "180 °C", Why::Temperature),
        ("kept at 60 degrees F, then cooled", "60 degrees F", Why::Temperature),
        ("ground to ±0.005 in on both sides", "±0.005 in", Why::Tolerance),
        ("held within 5 microns", "within 5 microns", Why::Tolerance),
        ("mixed 3:1 with hardener", "3:1", Why::Composition),
        ("with 12% nickel inside", "12% nickel", Why::Composition),
        ("40 parts of wax", "40 parts of", Why::Composition),
        ("coated with TiO2 twice", "TiO2", Why::Formula),
        ("washed in NaOH.", "NaOH", Why::Formula),
        ("a layer of titanium nitride.", "nitride", Why::Chemical),
        ("a polyurethane that foams", "polyurethane", Why::Chemical),
        ("It works by pulling the thread twice through", "works by pulling the thread twice", Why::HowItWorks),
        ("see drawing no. 4711-A", "drawing no. 4711-A", Why::Reference),
        ("P/N 88-123 must fit", "P/N 88-123 must", Why::Reference),
        ("our customer Northwind wants more", "customer Northwind", Why::Customer),
        ("supplied to Globex every week", "supplied to Globex", Why::Customer),
    ] {
        assert!(picked(text).contains(&(words.to_owned(), why)), "{text}: {:?}", picked(text));
    }
}

#[test]
fn plain_needs_are_left_alone() {
    for text in [
        "A small shop wants to make its metal parts with less scrap and asks for help with measuring.",
        "They need 400 amps, 3,000 sq ft and a drive-in door by March 1, 2027.",
        "Access to a CT scanner for 12 hours; budget $4,000; open from 8:30 to 17:00.",
        "A CNC mill, IP advice, a US patent clinic, and an NDA first.",
        "Wants to sell 20% more next year and hire 5 people.",
        "Stainless steel, water-based paint, a strong resin and food-safe salt.",
        "Their customer asks for a certificate. The customer service is good.",
        "Turn the table by 90 degrees angle.",
        "",
    ] {
        assert_eq!(picked(text), [], "{text}");
    }
}

#[test]
fn the_same_words_are_said_once_and_in_the_order_of_the_text() {
    let found = picked("At 90 °C first. It works by heat. Again 90 °C.");
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0].1, Why::Temperature);
}

#[test]
fn every_reason_has_its_words() {
    for why in [
        Why::Setting,
        Why::Temperature,
        Why::Tolerance,
        Why::Composition,
        Why::Formula,
        Why::Chemical,
        Why::HowItWorks,
        Why::Reference,
        Why::Customer,
    ] {
        assert!(why.reason().ends_with('.') && why.instead().ends_with('.'));
    }
}

proptest! {
    #[test]
    fn no_text_breaks_it_and_every_quote_stands_in_the_text(text in "\\PC{0,200}") {
        let low = text.to_lowercase();
        for warning in warnings(&text) {
            prop_assert!(text.contains(&warning.words) || low.contains(&warning.words), "{:?}", warning);
        }
    }
}
