//! Files as they come: what is taken, and each refusal by its words.

use super::*;

const SQUARE: &str = "[[-73.9,40.7],[-73.9,40.71],[-73.89,40.71],[-73.89,40.7],[-73.9,40.7]]";

fn feature(name: &str, kind: &str, coordinates: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{{"name":{name},"borough":"Queens"}},"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}"#
    )
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","name":"Test zones (Planning, 2018)","features":[{}]}}"#, features.join(","))
}

fn square(name: &str) -> String {
    feature(&format!("{name:?}"), "Polygon", &format!("[{SQUARE}]"))
}

/// What a file is answered: the names of its zones, or its complaints.
fn answer(text: &str) -> String {
    match read(text.as_bytes(), &[]) {
        Err(complaint) => complaint.0,
        Ok(reading) if reading.error_count > 0 => {
            assert!(reading.zones.is_empty(), "half of a file was taken");
            reading.errors.join("\n")
        }
        Ok(reading) => reading.zones.iter().map(|zone| zone.name.as_str()).collect::<Vec<_>>().join(", "),
    }
}

fn of_polygon(coordinates: &str) -> String {
    answer(&collection(&[feature("\"Mill Basin\"", "Polygon", coordinates)]))
}

#[test]
fn the_peculiarities_of_real_zones_are_accepted() {
    let clockwise = SQUARE;
    let counterclockwise = "[[-73.9,40.7],[-73.89,40.7],[-73.89,40.71],[-73.9,40.71],[-73.9,40.7]]";
    let hole = "[[-73.898,40.702],[-73.896,40.702],[-73.896,40.704],[-73.898,40.702]]";
    let tie = "[[-73.9,40.7],[-73.9,40.71],[-73.895,40.705],[-73.89,40.71],[-73.89,40.7],[-73.895,40.705],[-73.9,40.7]]";
    let file = collection(&[
        feature("\"Clockwise\"", "Polygon", &format!("[{clockwise}]")),
        feature("\"Counterclockwise\"", "Polygon", &format!("[{counterclockwise}]")),
        feature("\"With a hole\"", "Polygon", &format!("[{clockwise},{hole}]")),
        feature("\"Touches itself\"", "Polygon", &format!("[{tie}]")),
        feature("\"Two parts\"", "MultiPolygon", &format!("[[{clockwise}],[{counterclockwise}]]")),
        feature("7", "Polygon", &format!("[{}]", clockwise.replace("40.7]", "40.7,12.5]"))),
    ]);
    let reading = read(file.as_bytes(), &[]).unwrap();
    assert_eq!(reading.errors, Vec::<String>::new());
    assert_eq!(reading.zones.len(), 6);
    assert_eq!(reading.zones[5].name.as_str(), "7");
    assert!(reading.notes[0].contains("heights"), "{:?}", reading.notes);
    assert_eq!((reading.name_property.as_str(), reading.part_property.as_deref()), ("name", Some("borough")));
    assert_eq!(reading.title.as_deref(), Some("Test zones (Planning, 2018)"));
    assert_eq!(reading.zones[2].part_of.as_ref().map(Line::as_str), Some("Queens"));
    let inside = |zone: usize, latitude: i32, longitude: i32| {
        reading.zones[zone].shape.contains(crate::values::Point::new(latitude, longitude).unwrap())
    };
    assert!(inside(0, 40_703_000, -73_896_500) && !inside(2, 40_702_500, -73_896_500));
    assert!(inside(3, 40_705_000, -73_899_000) && !inside(3, 40_709_000, -73_895_000));
}

#[test]
fn other_coordinates_are_refused_by_their_name() {
    let table = [
        ("[[[40.7,-73.9],[40.71,-73.9],[40.71,-73.89],[40.7,-73.9]]]", "swapped"),
        ("[[[1009000,201000],[1009900,201000],[1009900,201900],[1009000,201000]]]", "state-plane feet"),
        ("[[[-8230000,4970000],[-8229000,4970000],[-8229000,4971000],[-8230000,4970000]]]", "Web Mercator meters"),
        ("[[[585000,4510000],[586000,4510000],[586000,4511000],[585000,4510000]]]", "UTM meters"),
        ("[[[1e300,1],[1,1],[1,2],[1e300,1]]]", "too large"),
        ("[[[-73.9,40.7],[0,0],[-73.89,40.71],[-73.9,40.7]]]", "reaches over 73 degrees"),
        ("[[[200,95],[201,95],[201,96],[200,95]]]", "no degrees"),
    ];
    for (coordinates, words) in table {
        let answer = of_polygon(coordinates);
        assert!(answer.contains(words) && answer.contains("Feature 1, \u{201c}Mill Basin\u{201d}"), "{words}: {answer}");
    }
    let where_it_is = of_polygon("[[[-73.9,40.7],[-73.9,40.71],[40.71,-73.9],[-73.9,40.7]]]");
    assert!(where_it_is.contains("ring 1, position 3 is 40.71, -73.9"), "{where_it_is}");
}

#[test]
fn a_named_grid_is_refused_and_named_degrees_are_taken() {
    let with = |name: &str| {
        let text = collection(&[square("One")]);
        answer(&text.replacen('{', &format!(r#"{{"crs":{{"type":"name","properties":{{"name":"{name}"}}}},"#), 1))
    };
    assert_eq!(with("urn:ogc:def:crs:OGC:1.3:CRS84"), "One");
    assert_eq!(with("EPSG:4326"), "One");
    assert!(with("urn:ogc:def:crs:EPSG::2263").contains("New York Long Island state-plane grid in feet"));
    assert!(with("EPSG:32618").contains("EPSG:32618"));
}

#[test]
fn broken_rings_are_named_with_what_to_do() {
    let table = [
        (
            "[[[-73.9,40.7],[-73.9,40.71],[-73.89,40.71],[-73.89,40.7]]]",
            "ring 1 is not closed: it starts at -73.9, 40.7 and ends at -73.89, 40.7. Repeat",
        ),
        ("[[[-73.9,40.7],[-73.9,40.71],[-73.9,40.7]]]", "ring 1 has 3 positions"),
        ("[[[-73.9,40.7]]]", "ring 1 has 1 positions"),
        ("[[]]", "ring 1 has 0 positions"),
        ("[]", "it is empty"),
        ("[[[-73.9,40.7],[-73.9,40.71],[-73.9,40.72],[-73.9,40.7]]]", "encloses nothing"),
        ("[[[-73.9],[-73.9,40.71],[-73.9,40.72],[-73.9]]]", "fewer than two numbers"),
        ("[[[\"-73.9\",40.7],[-73.9,40.71],[-73.8,40.72],[-73.9,40.7]]]", "cannot be read"),
        ("[[[null,40.7],[-73.9,40.71],[-73.8,40.72],[null,40.7]]]", "cannot be read"),
        (
            "[[[-73.9,40.7],[-73.9,40.71],[-73.89,40.71],[-73.9,40.7]],[[-73.7,40.7],[-73.7,40.71],[-73.69,40.71],[-73.7,40.7]]]",
            "ring 2 is a hole that lies outside",
        ),
    ];
    for (coordinates, words) in table {
        let answer = of_polygon(coordinates);
        assert!(answer.contains(words) && answer.contains("Mill Basin"), "{words}: {answer}");
    }
    let second = answer(&collection(&[square("One"), feature("\"Two\"", "MultiPolygon", &format!("[[{SQUARE}],[[[1,2]]]]"))]));
    assert!(second.contains("Feature 2, \u{201c}Two\u{201d}: polygon 2, ring 1 has 1"), "{second}");
}

#[test]
fn what_is_no_zone_is_refused_by_its_name() {
    let table = [
        (feature("\"A\"", "Point", "[-73.9,40.7]"), "it is a Point"),
        (feature("\"A\"", "LineString", SQUARE), "it is a LineString"),
        (feature("\"A\"", "MultiPoint", "[[-73.9,40.7]]"), "it is a MultiPoint"),
        (feature("\"A\"", "CurvePolygon", &format!("[{SQUARE}]")), "it is a CurvePolygon, and a zone must be a Polygon or MultiPolygon"),
        (feature("\"A\"", "polygon", &format!("[{SQUARE}]")), "it is a polygon, and a zone must be"),
        (
            r#"{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"GeometryCollection","geometries":[]}}"#.to_owned(),
            "it is a GeometryCollection",
        ),
        (r#"{"type":"Feature","properties":{"name":"A"},"geometry":[1,2]}"#.to_owned(), "it is a nothing we know"),
        (r#"{"type":"Feature","properties":null,"geometry":null}"#.to_owned(), "name"),
        (r#"{"type":"Feature","properties":{"name":"A"},"geometry":null}"#.to_owned(), "it has no shape"),
        (r#"{"type":"Feature","properties":{"name":"A"}}"#.to_owned(), "it has no shape"),
        (r#"{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon"}}"#.to_owned(), "cannot be read"),
        (r#"{"properties":{"name":"A"},"geometry":null}"#.to_owned(), "Feature 1 is no GeoJSON feature"),
        (feature("\"\"", "Polygon", &format!("[{SQUARE}]")), "it has no name: its property \u{201c}name\u{201d} is empty"),
        (feature("null", "Polygon", &format!("[{SQUARE}]")), "it has no name"),
        (feature("\"a\\u0000b\"", "Polygon", &format!("[{SQUARE}]")), "a character in the name of the zone"),
    ];
    for (feature, words) in table {
        let answer = answer(&collection(&[feature]));
        assert!(answer.contains(words), "{words}: {answer}");
    }
}

#[test]
fn one_feature_without_a_shape_among_good_ones_stops_the_whole_file_and_is_named() {
    let lost = r#"{"type":"Feature","properties":{"name":"Lost Yard","borough":"Queens"},"geometry":null}"#.to_owned();
    let words = answer(&collection(&[square("One"), lost, square("Two")]));
    assert_eq!(words, "Feature 2, \u{201c}Lost Yard\u{201d}: it has no shape. Draw it, or take the feature out of the file.");
}

#[test]
fn names_are_looked_for_and_asked_for() {
    let renamed =
        collection(&[square("One"), square("Two")]).replace("\"name\":", "\"IBZ_NAME\":").replace("\"Test zones (Planning, 2018)\"", "1");
    assert_eq!(answer(&renamed), "One, Two", "the only property with a different word in each");
    let asked = renamed.replace("\"borough\":\"Queens\"", "\"code\":\"x\"").replacen("\"x\"", "\"y\"", 1);
    assert!(
        answer(&asked).contains("does not say which property is the name of a zone. Its properties are: IBZ_NAME, code."),
        "{}",
        answer(&asked)
    );
    let chosen = |field: &str, property: &str| read(asked.as_bytes(), &[(field.to_owned(), property.to_owned())]);
    assert_eq!(chosen("name", "IBZ_NAME").unwrap().zones.len(), 2);
    assert!(chosen("name", "nothing").unwrap_err().0.contains("has a property \u{201c}nothing\u{201d}"));
    assert!(chosen("color", "code").unwrap_err().0.contains("no field \u{201c}color\u{201d}"));
    let doubles = answer(&collection(&[square("Hunts Point"), square("Other"), square("hunts point")]));
    assert!(doubles.contains("Features 1 and 3 are both called"), "{doubles}");
}

#[test]
fn whole_files_that_are_something_else_are_named() {
    let table: &[(&[u8], &str)] = &[
        (b"", "empty"),
        (b"PK\x03\x04", "zip file"),
        (b"<?xml version='1.0'?><kml/>", "KML"),
        (b"\x00\x00\x27\x0a\x00", "shapefile"),
        (b"name,lat,lon\nA,1,2\n", "no whole JSON"),
        (b"{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea", "cut off"),
        (b"{\"type\":\"FeatureCollection\",\"features\":[NaN]}", "NaN"),
        (b"\xff\xfe{\x00", "no whole JSON"),
        (b"[1,2]", "no GeoJSON"),
        (b"{\"type\":\"Topology\"}", "TopoJSON"),
        (b"{\"geometryType\":\"esriGeometryPolygon\",\"features\":[]}", "Esri JSON"),
        (b"{\"type\":\"Polygon\",\"coordinates\":[]}", "bare geometry"),
        (b"{\"type\":\"FeatureCollection\"}", "no list of features"),
        (b"{\"type\":\"FeatureCollection\",\"features\":[]}", "list of features is empty"),
        (b"{\"type\":\"FeatureCollection\",\"features\":[7]}", "Feature 1 is no GeoJSON feature"),
    ];
    for (bytes, words) in table {
        let complaint = read(bytes, &[]).map(|_| ()).unwrap_err().0;
        assert!(complaint.contains(words), "{words}: {complaint}");
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(read(deep.as_bytes(), &[]).is_err());
}

#[test]
fn there_are_limits_and_they_are_told() {
    let many: Vec<String> = (0..=MOST_ZONES).map(|number| square(&number.to_string())).collect();
    assert!(answer(&collection(&many)).contains("at most 2,000 zones"));
    assert!(read(&vec![b' '; LARGEST + 1], &[]).unwrap_err().0.contains("10 MiB"));
    let corners: String = (0..MOST_CORNERS).map(|place| format!("[-73.9,40.{:06}],", 700_000 + place)).collect();
    let long = of_polygon(&format!("[[{corners}[-73.8,40.8],[-73.9,40.700000]]]"));
    assert!(long.contains("at most 200,000"), "{}", &long[..200.min(long.len())]);
    let wrong: Vec<String> = (0..30).map(|number| feature(&format!("\"{number}\""), "Point", "[1,2]")).collect();
    let reading = read(collection(&wrong).as_bytes(), &[]).unwrap();
    assert_eq!((reading.errors.len(), reading.error_count), (LISTED, 30));
    // A byte order mark is no fault.
    assert!(read(format!("\u{feff}{}", collection(&[square("One")])).as_bytes(), &[]).is_ok());
}
