//! Made-up names and plain words. Names are given by chance and say nothing of who anybody is.

/// A trade: industry code of NAICS 2022, what is made, and words that end a business's name.
pub type Trade = (&'static str, &'static str, [&'static str; 3]);

#[rustfmt::skip]
pub const TRADES: &[Trade] = &[
    ("311811", "Bread and pastries",                         ["Bakery", "Bread Works", "Oven"]),
    ("311812", "Flatbread and rolls for restaurants",        ["Baking Company", "Flatbreads", "Rolls"]),
    ("311830", "Corn tortillas and chips",                   ["Tortilla Works", "Masa Mill", "Tortillas"]),
    ("311941", "Hot sauces and salad dressings",             ["Sauce Company", "Pepper Works", "Dressings"]),
    ("311942", "Spice mixes",                                ["Spice Company", "Spice Mill", "Seasonings"]),
    ("311920", "Roasted coffee",                             ["Coffee Roasters", "Roasting House", "Tea and Coffee"]),
    ("311352", "Chocolate bars and filled candy",            ["Chocolate", "Confections", "Sweets"]),
    ("311991", "Ready meals for shops",                      ["Kitchen", "Prepared Foods", "Fresh Foods"]),
    ("312120", "Small-batch beer",                           ["Brewing", "Brewery", "Ale Works"]),
    ("314910", "Canvas bags and covers",                     ["Canvas", "Bag Works", "Covers"]),
    ("315210", "Sewing for other labels",                    ["Sewing Contractors", "Stitch Works", "Sewing"]),
    ("315250", "Work clothes and uniforms",                  ["Workwear", "Apparel", "Uniforms"]),
    ("316990", "Leather bags and belts",                     ["Leather", "Saddlery", "Leather Goods"]),
    ("323111", "Printed boxes, labels and brochures",        ["Printing", "Press", "Labels"]),
    ("323113", "Screen-printed shirts and posters",          ["Screen Printing", "Print Shop", "Graphics"]),
    ("325611", "Soaps and cleaning products",                ["Soap Works", "Soaps", "Cleaning Products"]),
    ("325620", "Hair and skin care products",                ["Skin Care", "Naturals", "Hair Care"]),
    ("326199", "Molded plastic parts",                       ["Plastics", "Molding", "Polymer Parts"]),
    ("327110", "Tableware and tiles",                        ["Pottery", "Ceramics", "Tile Works"]),
    ("332312", "Welded steel frames",                        ["Steel", "Welding", "Structures"]),
    ("332322", "Sheet metal ducts and housings",             ["Sheet Metal", "Metal Works", "Ductwork"]),
    ("332323", "Railings, gates and stairs",                 ["Ironworks", "Iron and Stair", "Railings"]),
    ("332710", "Turned and milled parts",                    ["Machine Shop", "Precision", "Machining"]),
    ("332812", "Powder coating",                             ["Coatings", "Powder Coating", "Finishing"]),
    ("332813", "Plating and polishing of metal parts",       ["Metal Finishing", "Plating", "Polishing"]),
    ("334418", "Assembled circuit boards",                   ["Electronics", "Circuits", "Assembly"]),
    ("334516", "Instruments for laboratories",               ["Instruments", "Lab Instruments", "Sensors"]),
    ("337110", "Kitchen cabinets and countertops",           ["Cabinets", "Cabinet Shop", "Millwork"]),
    ("337122", "Wooden tables and chairs",                   ["Furniture", "Woodworks", "Joinery"]),
    ("337121", "Upholstered seats",                          ["Upholstery", "Seating", "Sofas"]),
    ("339112", "Small medical devices",                      ["Medical Devices", "Medical", "Devices"]),
    ("339910", "Silver and brass jewelry",                   ["Jewelry", "Silver", "Metalsmiths"]),
    ("339950", "Shop signs and lettering",                   ["Signs", "Sign Company", "Lettering"]),
    ("339992", "Guitars and drums",                          ["Guitars", "Drums", "Instrument Makers"]),
];

pub const PLACES: &[&str] = &[
    "Northgate",
    "Mill Street",
    "Harbor",
    "Canal",
    "Riverbend",
    "Foundry",
    "Cedar Hill",
    "Union",
    "Old Dock",
    "Bright",
    "Blue Heron",
    "Lantern",
    "Kestrel",
    "Quarry",
    "Summit",
    "Ferry Road",
    "Anchor",
    "Copper",
    "Juniper",
    "Ironside",
    "Maple",
    "Granite",
    "Fifth Ward",
    "Eastside",
    "Crescent",
    "Beacon",
    "Overlook",
    "Willow",
    "Sparrow",
    "Tidewater",
    "Cornerstone",
    "Meridian",
    "Redbud",
    "Sunrise",
    "Two Rivers",
    "Stone Bridge",
];

pub const FIRST: &[&str] = &[
    "Ada", "Amara", "Ana", "Andre", "Anh", "Aisha", "Bea", "Carlos", "Carmen", "Chidi", "Claire", "Daniel", "Dana", "Deepa", "Diego",
    "Elena", "Emeka", "Eva", "Farah", "Felix", "Gloria", "Grace", "Hana", "Hector", "Ines", "Isaac", "Ivan", "Jasmine", "Jerome", "Jin",
    "Joan", "Jorge", "Kofi", "Lamar", "Layla", "Leon", "Lin", "Lucia", "Luis", "Maya", "Mei", "Miriam", "Naomi", "Nina", "Noor", "Omar",
    "Paul", "Peter", "Priya", "Quinn", "Rafael", "Rosa", "Ruth", "Samir", "Sara", "Simone", "Sofia", "Tam", "Teresa", "Theo", "Tomas",
    "Uma", "Vera", "Victor", "Wanda", "Wei", "Xavier", "Yara", "Yusuf", "Zoe",
];

pub const LAST: &[&str] = &[
    "Abara", "Acosta", "Adeyemi", "Alvarez", "Anders", "Baker", "Banerjee", "Bello", "Bianchi", "Brooks", "Cardoso", "Castillo", "Chen",
    "Clarke", "Cole", "Cruz", "Dang", "Delgado", "Diaz", "Dubois", "Eze", "Farouk", "Ferreira", "Fischer", "Flores", "Foster", "Garza",
    "Gomez", "Grant", "Haddad", "Hall", "Hassan", "Hayes", "Herrera", "Hoang", "Ibrahim", "Iyer", "Jackson", "James", "Joseph", "Kaplan",
    "Keller", "Khalil", "Kim", "Kowalski", "Lam", "Lewis", "Lopez", "Mansour", "Marsh", "Medina", "Mensah", "Moreno", "Murphy", "Nair",
    "Nguyen", "Novak", "Nwosu", "Okafor", "Ortiz", "Owens", "Park", "Patel", "Perez", "Petrov", "Pham", "Pierce", "Quiroga", "Ramos",
    "Reyes", "Rivera", "Rossi", "Sato", "Schmidt", "Shah", "Silva", "Singh", "Soto", "Tran", "Turner", "Vargas", "Walker", "Wong",
    "Wright", "Yilmaz", "Young", "Zhang",
];

/// Neighborhood, postal code, streets.
pub const AREAS: &[(&str, &str, [&str; 2])] = &[
    ("Northgate", "43091", ["Foundry Street", "North Gate Road"]),
    ("Mill Basin", "43092", ["Mill Street", "Basin Avenue"]),
    ("Harborside", "43093", ["Dock Street", "Harbor Way"]),
    ("Eastside", "43094", ["East 9th Street", "Cannery Lane"]),
    ("Canal Yards", "43095", ["Canal Street", "Rope Walk"]),
    ("Fifth Ward", "43096", ["Carver Street", "Union Avenue"]),
    ("South Riverton", "43097", ["River Road", "Tannery Street"]),
    ("Hillcrest", "43098", ["Hill Street", "Quarry Road"]),
];

/// What a need says, by kind, in the order of `Kind::ALL`. Written for sharing: it names nobody.
pub const NEEDS: [&[&str]; 5] = [
    &[
        "A loan of about $40,000 for a second machine",
        "Books in order before applying for a line of credit",
        "Help to answer a bid of a hospital",
        "A lease to be read before it is signed",
        "A plan for selling to grocery chains",
        "Working capital of $25,000 for a large order",
        "Help with certification as a small local vendor",
    ],
    &[
        "A test of a coating that holds at 200 degrees",
        "A first prototype of a folding frame",
        "Advice on a label that survives the dishwasher",
        "Time on a laser cutter for a small series",
        "A look at scrap rates in molding",
        "Shelf-life testing of a sauce",
    ],
    &[
        "About 3,000 sq ft with a loading dock, three-phase power",
        "A ground-floor shop of 1,500 sq ft near the bus lines",
        "A shared kitchen for twenty hours a week",
        "To stay where we are: the lease ends in eight months",
        "5,000 sq ft for welding, where noise is no trouble",
        "Dry storage of 800 sq ft close to the shop",
    ],
    &[
        "Two machine operators, trained on the job",
        "Training in food safety for five workers",
        "A welder with a certificate",
        "An apprentice in cabinet making",
        "A sewing course for three new hires",
        "A bookkeeper for one day a week",
    ],
    &[
        "A course on prices and costs",
        "A place in the next maker program",
        "A mentor who has sold to restaurants",
        "Help to turn a home business into a registered one",
        "A first trade fair, with a stand shared with others",
    ],
];

/// What advisors wrote down, by kind of service in the order of `ServiceKind::ALL`.
pub const NOTES: [&[&str]; 7] = [
    &[
        "Went through the order book. March is full, April is thin.",
        "Talked about prices. The cost per piece is higher than they thought; a new list by next week.",
        "Walked through the shop. The saw stands in the way of everything else.",
        "Looked at last quarter together. Two customers make up most of the sales.",
        "Planned the week of the trade fair.",
    ],
    &[
        "Read the loan offer line by line.",
        "Put the papers for the city grant together. Missing: last year's tax return.",
        "Compared two offers for the same machine.",
        "Called the lender together.",
    ],
    &["Sent drawings to the lab. They want a sample first.", "Talked about what a prototype would cost.", "Went to see the laser cutter."],
    &[
        "Listed what the new space must have. Power matters most.",
        "Visited two spaces. The second has the right dock.",
        "Read the renewal. The rent goes up by 8 percent.",
    ],
    &["Filled in the vendor form.", "Looked up what the certificate asks for.", "Checked when the certificate has to be renewed."],
    &["Wrote the job notice.", "Planned the training days around the big order.", "Talked about wages for two new operators."],
    &["Helped with a letter to a supplier.", "Made an introduction at the makers' breakfast.", ""],
];

/// What advisors promised.
pub const PROMISES: &[&str] = &[
    "Call about the quote",
    "Send the list of lenders",
    "Ask the lab for a date",
    "Check the lease renewal",
    "Send the grant form",
    "Visit the shop",
    "Ask about the training dates",
    "Call back about the loan papers",
    "Send the contact at the market",
];

/// Languages people want to read, with how many of a hundred.
pub const LANGUAGES: &[(&str, usize)] = &[("en", 72), ("es", 14), ("vi", 4), ("cmn", 5), ("ar", 3), ("fr", 2)];

/// Words that go with a kind, in the order of `Kind::ALL`: stages, result, what was delivered, why not, why it failed.
pub type OfKind = ([&'static str; 3], &'static str, &'static str, [&'static str; 3], &'static str);

#[rustfmt::skip]
pub const OF_KIND: [OfKind; 5] = [
    (["scoping", "working", "application_submitted"],    "financing_obtained",  "$18,000 loan closed",         ["not_eligible_credit_or_financials", "funds_exhausted", "not_eligible_stage"], "documents_not_completed"),
    (["need_defined", "expert_matched", "assessment"],   "assessment_delivered", "A report and 6 lab hours",   ["no_matching_expertise", "no_capacity_now", "service_not_offered"],              "technology_not_feasible"),
    (["requirements_confirmed", "search", "tours"],      "lease_signed",        "2,400 sq ft for three years", ["no_suitable_site", "waitlist_closed", "not_eligible_size"],                     "site_lost_to_other_tenant"),
    (["job_order", "candidates_sent", "interviews"],     "hires",               "Two people hired",            ["no_suitable_candidates", "no_capacity_now", "not_eligible_size"],               "no_hire_made"),
    (["application", "interview", "attending"],          "graduated",           "A place in the spring group", ["waitlist_closed", "not_eligible_stage", "no_capacity_now"],                     "client_missed_appointments"),
];
