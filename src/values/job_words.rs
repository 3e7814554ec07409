//! The vocabulary of work at a client: before or after a resource, for how long, how one gets it.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// Whether workers were counted before a resource or after it.
    CountSide ("job_snapshot.side") {
        Before = "before", "Before";
        After = "after", "After";
    }
    /// For how long people work.
    JobTerm ("job_position.term") {
        Full = "full", "Full-time";
        Part = "part", "Part-time";
        Seasonal = "seasonal", "Seasonal";
    }
    /// What one has to have finished to get the work.
    Degree ("job_position.degree") {
        None = "none", "No degree";
        HighSchool = "high_school", "High school";
        Associate = "associate", "Two years of college";
        Bachelor = "bachelor", "Four years of college, or more";
    }
    /// How people heard of the work.
    Advertised ("job_position.advertised") {
        WordOfMouth = "word_of_mouth", "Word of mouth";
        Online = "online", "Posted online";
        Sign = "sign", "Sign or paper in the area";
        WorkforceProgram = "workforce_program", "Workforce program";
        CommunityGroup = "community_group", "Community group";
        School = "school", "School or college";
        Union = "union", "Union hall";
        Agency = "agency", "Staffing agency";
        Nowhere = "nowhere", "Nowhere";
        Other = "other", "Another way";
    }
}
