//! The publication ledger: what may be said about groups of people, so that nothing that was left out can be worked out from everything
//! ever said. Pure: kinds of clients in, statements out.
//!
//! - `columns`: from a catalogue of counts to columns, one for the clients that no count tells apart;
//! - `secrets`: the numbers that must stay unknown: small counts, and small differences of nested counts;
//! - `span`: what follows by adding and subtracting; `worlds`: other ways the clients could be, `swaps`: those close by; `pool`: those
//!   found so far; `engine`: the decision;
//! - `editions`: release after release of the report's own list (`equity::catalogue`); `linked`: for whoever takes answers to stay the same; `strands`: who answered and who did not, beside it;
//! - `money`: totals of money;
//! - `publication`: the file in which all of it is written; `known`, `parts`, `attack`: an attacker who has that file and a solver.
//!
//! Limits: it is proved for published numbers, not against somebody who knows most clients of a group already; and which numbers are
//! left out depends on the data, so a left out number has one sign, whatever the reason.

pub mod attack;
mod beside;
pub mod bits;
pub mod columns;
pub mod editions;
pub mod engine;
mod known;
pub mod linked;
pub mod money;
mod parts;
mod pool;
pub mod publication;
pub mod secrets;
pub mod span;
pub mod strands;
mod swaps;
pub mod worlds;
