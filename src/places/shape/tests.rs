//! Inside and outside: by tables, by properties, and against another way of counting.

use super::*;
use proptest::prelude::*;

fn at(latitude: i32, longitude: i32) -> Point {
    Point::new(latitude, longitude).expect("a point on the earth")
}

/// A ring through pairs of latitude and longitude, closed.
fn ring(corners: &[(i32, i32)]) -> Ring {
    corners.iter().chain(corners.first()).map(|(latitude, longitude)| at(*latitude, *longitude)).collect()
}

fn square(south: i32, west: i32, side: i32) -> Ring {
    ring(&[(south, west), (south + side, west), (south + side, west + side), (south, west + side)])
}

/// A block with a yard in it, and an island apart.
fn block_with_yard() -> Shape {
    Shape::new(vec![vec![square(0, 0, 100), square(40, 40, 20)], vec![square(200, 200, 10)]])
}

#[test]
fn a_hole_is_outside_and_every_edge_is_inside() {
    let shape = block_with_yard();
    let table = [
        ((10, 10), true, "in the block"),
        ((50, 50), false, "in the yard"),
        ((40, 50), true, "on the edge of the yard"),
        ((40, 40), true, "on a corner of the yard"),
        ((0, 50), true, "on the southern edge"),
        ((100, 100), true, "on a corner"),
        ((101, 100), false, "just beyond it"),
        ((50, -1), false, "west of it, at the height of the yard"),
        ((205, 205), true, "on the island"),
        ((150, 150), false, "between block and island"),
        ((40, 150), false, "east of it, in line with the edge of the yard"),
    ];
    for ((latitude, longitude), is_inside, words) in table {
        assert_eq!(shape.contains(at(latitude, longitude)), is_inside, "{words}");
    }
}

#[test]
fn a_ring_that_touches_itself_has_two_insides() {
    // A bow tie: two triangles that meet in a point, drawn in one go.
    let tie = Shape::new(vec![vec![ring(&[(0, 0), (100, 0), (50, 50), (100, 100), (0, 100), (50, 50)])]]);
    assert!(tie.contains(at(50, 10)) && tie.contains(at(50, 90)) && tie.contains(at(50, 50)));
    assert!(!tie.contains(at(90, 50)) && !tie.contains(at(10, 50)));
    // A spike: the line goes out and comes back the same way. Its points lie on the edge, what is beside it does not.
    let spike = Shape::new(vec![vec![ring(&[(0, 0), (0, 100), (50, 100), (50, 200), (50, 100), (100, 100), (100, 0)])]]);
    assert!(spike.contains(at(50, 150)) && spike.contains(at(50, 50)));
    assert!(!spike.contains(at(51, 150)));
}

#[test]
fn polygons_that_overlap_do_not_cancel_each_other() {
    let shape = Shape::new(vec![vec![square(0, 0, 100)], vec![square(50, 50, 100)]]);
    assert!(shape.contains(at(75, 75)));
}

#[test]
fn the_area_is_that_of_the_earth() {
    // A hundredth of a degree at New York: 1,110.5 m north, 845 m east, a hole of a quarter.
    let corner = |side| square(40_700_000, -74_000_000, side);
    let whole = Shape::new(vec![vec![corner(10_000)]]).area_sq_m();
    assert!((937_500..=938_800).contains(&whole), "{whole}");
    let holed = Shape::new(vec![vec![corner(10_000), square(40_702_000, -73_998_000, 5_000)]]).area_sq_m();
    assert!((holed - whole * 3 / 4).abs() < 1_000, "{holed}");
    assert!(twice_area(&corner(10)) < 0, "clockwise");
}

#[test]
fn bytes_that_are_no_shape_are_refused() {
    let bytes = block_with_yard().to_bytes();
    assert_eq!(Shape::from_bytes(&bytes), Some(block_with_yard()));
    let mut longer = bytes.clone();
    longer.push(0);
    for broken in [&bytes[..bytes.len() - 1], &longer, &[255, 255, 255, 127][..], &[][..]] {
        assert_eq!(Shape::from_bytes(broken), None);
    }
    assert_eq!(block_with_yard().vertex_count(), 12);
}

/// Corners around the middle in order of their direction: a ring that never crosses itself.
fn stars() -> impl Strategy<Value = Ring> {
    prop::collection::vec(5_000_i32..100_000, 3..12).prop_map(|radii| {
        let turn = std::f64::consts::TAU / f64::from(u32::try_from(radii.len()).unwrap_or(1));
        let corners: Vec<(i32, i32)> = (0_u32..)
            .zip(&radii)
            .map(|(place, radius)| {
                let (sin, cos) = (turn * f64::from(place)).sin_cos();
                #[expect(clippy::cast_possible_truncation, reason = "a made-up corner")]
                let part = |share: f64| (share * f64::from(*radius)) as i32;
                (40_700_000 + part(sin), -74_000_000 + part(cos))
            })
            .collect();
        ring(&corners)
    })
}

fn points() -> impl Strategy<Value = Point> {
    (-120_000_i32..120_000, -120_000_i32..120_000).prop_map(|(y, x)| at(40_700_000 + y, -74_000_000 + x))
}

fn moved(shape: &Shape, by: (i32, i32)) -> Shape {
    let moved = |point: &Point| at(point.latitude_e6() + by.0, point.longitude_e6() + by.1);
    Shape::new(shape.polygons().iter().map(|rings| rings.iter().map(|ring| ring.iter().map(moved).collect()).collect()).collect())
}

/// Another way of counting: how often the ring winds around the point. Says nothing about points on the ring.
fn winds(ring: &Ring, point: Point) -> bool {
    let angle = |corner: &Point| {
        f64::from(corner.latitude_e6() - point.latitude_e6()).atan2(f64::from(corner.longitude_e6() - point.longitude_e6()))
    };
    let mut turned = 0.0;
    for (a, b) in ring.iter().zip(ring.iter().skip(1)) {
        let mut step = angle(b) - angle(a);
        if step > std::f64::consts::PI {
            step -= std::f64::consts::TAU;
        } else if step < -std::f64::consts::PI {
            step += std::f64::consts::TAU;
        }
        turned += step;
    }
    turned.abs() > std::f64::consts::PI
}

fn is_on(ring: &Ring, point: Point) -> bool {
    ring.iter().zip(ring.iter().skip(1)).any(|(a, b)| {
        let line = |p: Point| (i64::from(p.longitude_e6()), i64::from(p.latitude_e6()));
        let ((ax, ay), (bx, by), (x, y)) = (line(*a), line(*b), line(point));
        (bx - ax) * (y - ay) == (x - ax) * (by - ay)
    })
}

proptest! {
    #[test]
    fn even_odd_agrees_with_winding(star in stars(), point in points()) {
        prop_assume!(!is_on(&star, point));
        prop_assert_eq!(Shape::new(vec![vec![star.clone()]]).contains(point), winds(&star, point));
    }

    #[test]
    fn moving_shape_and_point_alike_changes_nothing(star in stars(), point in points(), y in -9_000_000_i32..9_000_000, x in -9_000_000_i32..9_000_000) {
        let shape = Shape::new(vec![vec![star]]);
        let there = at(point.latitude_e6() + y, point.longitude_e6() + x);
        prop_assert_eq!(shape.contains(point), moved(&shape, (y, x)).contains(there));
    }

    #[test]
    fn the_direction_and_the_first_corner_of_a_ring_change_nothing(star in stars(), point in points(), turn in 0_usize..12) {
        let mut back = star.clone();
        back.reverse();
        let mut open: Ring = star.iter().skip(1).copied().collect();
        let by = turn % open.len();
        open.rotate_left(by);
        open.extend(open.first().copied());
        let shape = |ring: Ring| Shape::new(vec![vec![ring]]);
        prop_assert_eq!(shape(star.clone()).contains(point), shape(back.clone()).contains(point));
        prop_assert_eq!(shape(star.clone()).contains(point), shape(open).contains(point));
        prop_assert_eq!(shape(star).area_sq_m(), shape(back).area_sq_m());
    }

    #[test]
    fn a_hole_takes_out_what_is_inside_it(star in stars(), point in points()) {
        let around = square(40_500_000, -74_200_000, 400_000);
        let holed = Shape::new(vec![vec![around, star.clone()]]);
        prop_assume!(!is_on(&star, point));
        prop_assert_eq!(holed.contains(point), !Shape::new(vec![vec![star]]).contains(point));
    }

    #[test]
    fn corners_and_bytes_are_kept(star in stars()) {
        let shape = Shape::new(vec![vec![star.clone()]]);
        prop_assert!(star.iter().all(|corner| shape.contains(*corner)));
        prop_assert_eq!(Shape::from_bytes(&shape.to_bytes()), Some(shape.clone()));
        prop_assert!(shape.bounds().is_some_and(|bounds| star.iter().all(|corner| bounds.holds(*corner))));
    }
}
