//! The API in SQL: tokens, answers that were given, and records read through the token: another program's looks exactly like none.

pub mod answers;
pub mod hooks;
pub mod reading;
pub mod results;
pub mod shapes;
pub mod tokens;
