//! Fairfloor: what small manufacturers are offered and get, and how equitably. This page is the map.
//!
//! # The floors
//!
//! ```text
//!  roof           cli · demo ──► app ──► (every feature's routes)
//!                  rounds (the clock's own work, once a minute)
//!                  api (the same as pages, for systems with a token) · archive (an organization moves)
//!  second floor   desk  directory  reports  portal  rights  partner_desk  safeguards  filings  import  export  audit  zones  space
//!  first floor    services  notes  referrals  resources  sites  questions  self_identification  training  outcomes  commitments  outreach  bodies  workers  attachments  grants  equity_checks  indicators  stories  certifications  worker_survey
//!  ground floor   people  places  programs  partners  consent  wages  measures
//!  hall           auth  firewall  outbox  jobs
//!  cellar         web ·········· store   mail   document
//!  foundation     values  error  config  equity  sba  funders  chart  i18n
//! ```
//!
//! A module leans only on floors below its own; `web` and `store` do not know each other. `tests/all/rules.rs` reads the sources
//! and holds this, and the rules that follow from it: SQL only in `queries`, `store` and `firewall`; markup only in `views` and
//! `web`; the extractor of every handler equal to the access classes in its table of routes; vocabularies equal to the `CHECK`
//! lists of `schema.sql`.
//!
//! - [`equity`] is the heart and is pure: rows in, protected figures out.
//! - [`referrals`] holds the other heart, the one table of transitions (`referrals::lifecycle`): documentation, guard, buttons, notices, test.
//! - [`firewall`] is the one door to who people are. Nothing else reads or writes it.
//! - [`store`] is the one file: one writer, readers, the chain of the record, refusals that explain.
//!
//! # What always holds
//!
//! - Every change is one transaction, has an audit event with a keyed digest of each row it changed, and is on the disk before the answer.
//! - A record is found *through* the person asking: another program's client looks exactly like no client.
//! - A referral changes only by an event of the table; its status is what replaying the events gives.
//! - No plain answer about who somebody is is ever on the disk, in a log or a file, or on a page of staff: but for one look by two
//!   people under break-glass, on the record before it is shown ([`firewall::glass`]).
//! - No text that is kept holds a Social Security number, whoever typed it; a note for its author alone looks to others like none.
//! - What workers answer without a name lies on one heap, is counted once and destroyed; no row, order or time tells of one answer
//!   ([`worker_survey`], [`firewall::survey`]).
//! - Nothing of a story is shown outside but the very words that its client agrees to today ([`stories`]).
//! - Nothing asks the machine's clock but [`config::Clock`].
//!
//! # Three walks through the house
//!
//! **An advisor logs a session.** `POST /services` passes `auth::gate` (who is asking, and may they?), reaches
//! `services::routes`, which parses the form at the door into values, and hands a deed to `store::Db::write`. On the writer's
//! thread `services::queries::log` inserts the row, `Tx::audit` digests it and appends the event to the chain, and the answer
//! goes out after the commit that many deeds share. Today then shows "Saved" with an undo.
//!
//! **A partner accepts by link.** `GET /p/{token}` shows what is asked and changes nothing. `POST` uses the link up
//! (`auth::links::use_up`) and begins a visit; `partner_desk` shows only what the consent covers. The answer goes through the one
//! function that every event goes through, `referrals::queries::record`: replay, check against the table, append, cache, write
//! the entrepreneur's notice to the outbox, all in one transaction.
//!
//! **A manager releases a report.** `reports::releases::making` gathers what each business did in a closed period (its `Way`), without a
//! word on who its owners are; `firewall::releasing` fills that in, in memory, and gives back only what the publication ledger
//! (`equity::ledger`) tells to each kind of readers, so that nothing left out follows from anything ever told. That is frozen.
//! `equity::telling` computes every rate, range and sentence from it, `reports::document` says it once, as sections, tables and charts;
//! the page and every writer of [`document`] (CSV, JSON, XLSX, PDF, SVG) are written from that, each file once and for good.

pub mod api;
pub mod app;
pub mod archive;
pub mod attachments;
pub mod audit;
pub mod auth;
pub mod bodies;
pub mod certifications;
pub mod chart;
pub mod cli;
pub mod commitments;
pub mod config;
pub mod consent;
pub mod demo;
pub mod desk;
pub mod directory;
pub mod document;
pub mod equity;
pub mod equity_checks;
pub mod error;
pub mod export;
pub mod filings;
pub mod firewall;
pub mod funders;
pub mod grants;
pub mod i18n;
pub mod import;
pub mod indicators;
pub mod jobs;
pub mod mail;
pub mod measures;
pub mod notes;
pub mod outbox;
pub mod outcomes;
pub mod outreach;
pub mod partner_desk;
pub mod partners;
pub mod people;
pub mod places;
pub mod portal;
pub mod programs;
pub mod questions;
pub mod referrals;
pub mod reports;
pub mod resources;
pub mod rights;
pub mod rounds;
pub mod safeguards;
pub mod sba;
pub mod self_identification;
pub mod services;
pub mod sites;
pub mod space;
pub mod store;
pub mod stories;
pub mod training;
pub mod values;
pub mod wages;
pub mod web;
pub mod worker_survey;
pub mod workers;
pub mod zones;
