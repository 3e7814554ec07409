//! The vocabularies of benchmarks: what a file of them looks like, which place and which businesses it counts, and what it counts.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// The form of a file of benchmarks, recognized by its content.
    BenchmarkForm ("benchmark_file.form") {
        Api = "api", "Census API, JSON";
        TwoHeaders = "two_headers", "data.census.gov, CSV with two header rows";
        OneHeader = "one_header", "Census columns, CSV with one header row";
        Bulk = "bulk", "Census bulk file, separated by |";
        Long = "long", "one figure a row, CSV";
    }
    /// How large a place is.
    GeoLevel ("benchmark.geo_level") {
        Nation = "nation", "nation";
        State = "state", "state";
        Metro = "metro", "metropolitan area";
        County = "county", "county";
        Place = "place", "city or town";
    }
    /// Who is counted.
    Universe ("benchmark.universe") {
        Employer = "employer", "businesses with employees";
        Nonemployer = "nonemployer", "businesses without employees";
        Population = "population", "people";
    }
    /// What divides those counted into groups. The whole is divided by nothing.
    GroupScheme ("benchmark_cell.scheme") {
        Whole = "whole", "All";
        Race = "race", "Race";
        Ethnicity = "ethnicity", "Ethnicity";
        Sex = "sex", "Sex";
        Veteran = "veteran", "Veteran status";
    }
    /// What is counted.
    BenchmarkMeasure ("benchmark_cell.measure") {
        Firms = "firms", "businesses";
        Receipts = "receipts", "receipts, in thousands of dollars";
        Employees = "employees", "employees";
        Payroll = "payroll", "payroll, in thousands of dollars";
        People = "people", "people";
    }
    /// Why a figure is missing. A missing figure is never 0.
    CellFlag ("benchmark_cell.flag") {
        Withheld = "D", "withheld, so that no business is exposed (D)";
        Poor = "S", "the source found it too uncertain to print (S)";
        NotAvailable = "N", "not available (N)";
        NotApplicable = "X", "does not apply (X)";
        Range = "range", "given as a range only";
        Blank = "blank", "left empty by the source";
    }
}
