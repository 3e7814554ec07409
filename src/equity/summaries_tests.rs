//! Edge cases of the summary measures: few groups, zeros, missing errors, and what points the other way.

use proptest::prelude::*;

use super::super::concentration::theil;
use super::*;

fn groups(estimates: &[f64]) -> Vec<Subgroup> {
    estimates.iter().map(|estimate| Subgroup { estimate: *estimate, se: Some(1.0), population: 10.0 }).collect()
}

#[test]
fn two_groups_have_a_difference_and_no_summary() {
    let two = groups(&[10.0, 14.0]);
    assert_eq!(difference(&two, Compared::Extremes, Better::Higher, 0.95).map(|d| d.estimate), Some(4.0));
    assert_eq!((between_group_variance(&two, 0.95), distance_from_mean(&two), index_of_disparity(&two)), (None, None, None));
    assert_eq!(attributable_risk(&two, Compared::Extremes, Better::Higher), None);
    assert_eq!(difference(&groups(&[3.0]), Compared::Extremes, Better::Higher, 0.95), None);
    assert_eq!(difference(&[], Compared::Ordered, Better::Higher, 0.95), None);
}

#[test]
fn signs_follow_which_end_is_better() {
    let three = groups(&[10.0, 14.0, 11.0]);
    let cases = [
        (Compared::Extremes, Better::Higher, 4.0),
        (Compared::Extremes, Better::Lower, 4.0),
        (Compared::Reference(2), Better::Higher, 1.0),
        (Compared::Reference(2), Better::Lower, 3.0),
        (Compared::Ordered, Better::Higher, 1.0),
        (Compared::Ordered, Better::Lower, -1.0),
        // The named group is never compared with itself, even where it is the worst.
        (Compared::Reference(0), Better::Higher, -1.0),
    ];
    for (compared, better, want) in cases {
        let got = difference(&three, compared, better, 0.95).unwrap().estimate;
        assert!((got - want).abs() < 1e-12, "{compared:?} {better:?}: {got}");
    }
    assert_eq!(difference(&three, Compared::Reference(3), Better::Higher, 0.95), None);
}

#[test]
fn without_standard_errors_there_is_no_interval() {
    let mut three = groups(&[10.0, 14.0, 11.0]);
    three[2].se = None;
    assert!(between_group_variance(&three, 0.95).unwrap().interval.is_none());
    assert!(theil_index(&three, 0.95).unwrap().se.is_none());
    assert!(difference(&three, Compared::Extremes, Better::Higher, 0.95).unwrap().se.is_some(), "the two compared have theirs");
}

#[test]
fn a_group_with_nothing_is_zero_in_theil_and_has_no_log_deviation() {
    let three = groups(&[0.0, 14.0, 11.0]);
    let index = theil_index(&three, 0.95).unwrap();
    assert!(index.estimate > 0.0 && index.se.is_none());
    assert_eq!(mean_log_deviation(&three, 0.95), None);
    assert_eq!(ratio(&three, Compared::Extremes, Better::Higher, 0.95), None);
    let none = groups(&[0.0; 3]);
    assert_eq!((theil_index(&none, 0.95), coefficient_of_variation(&none), index_of_disparity(&none)), (None, None, None));
}

#[test]
fn improvement_never_points_backward() {
    let falling = groups(&[20.0, 14.0, 11.0]);
    for (compared, better, want) in
        [(Compared::Ordered, Better::Higher, 0.0), (Compared::Ordered, Better::Lower, -4.0), (Compared::Extremes, Better::Higher, 5.0)]
    {
        assert!((attributable_risk(&falling, compared, better).unwrap() - want).abs() < 1e-12, "{compared:?} {better:?}");
    }
    assert_eq!(attributable_fraction(&groups(&[0.1; 3]), Compared::Extremes, Better::Higher), Some(0.0));
}

#[test]
fn nobody_and_what_is_no_number_have_no_summary() {
    let nobody: Vec<Subgroup> = groups(&[1.0, 2.0, 3.0]).into_iter().map(|group| Subgroup { population: 0.0, ..group }).collect();
    assert_eq!(distance_from_best(&nobody, Better::Higher), None);
    assert_eq!(distance_from_reference(&groups(&[1.0, f64::NAN, 3.0]), 0), None);
}

proptest! {
    #[test]
    fn theil_of_group_means_is_theil_between_groups(
        sizes in prop::array::uniform3(1_usize..8),
        amounts in prop::collection::vec(1_i64..900, 24),
    ) {
        let mut businesses = Vec::new();
        let mut means = Vec::new();
        for (group, size) in sizes.iter().enumerate() {
            let own = &amounts[group * 8..group * 8 + size];
            businesses.extend(own.iter().map(|amount| (*amount, group)));
            let mean = super::super::money::mean(own).unwrap();
            means.push(Subgroup { estimate: mean, se: None, population: f64::from(super::super::count(own)) });
        }
        let (of_groups, split) = (theil_index(&means, 0.95).unwrap(), theil(&businesses).unwrap());
        prop_assert!((of_groups.estimate - split.between).abs() < 1e-9);
    }
}
