//! The tests of the whole house, in one binary. Pure rules are tested beside the code; here people press buttons.
//!
//! | file | what it proves |
//! |---|---|
//! | `house`    | the helper: a fresh data folder, two programs, people of every role, the real router |
//! | `rules`    | the sources keep the house in order: floors, SQL, markup, access, words, schema; each rule is seen to bite |
//! | `access`   | every route as every role: who is kept out, what another program's records look like, that looking changes nothing |
//! | `api`      | a system with a token: what it may, what it never sees, pages, tags, keys, problems, and that each deed is done once |
//! | `answers`  | from a notice that asks something to the answer: its link and a button |
//! | `about_me` | people say who they are, or do not: five states apart, by link, on a device handed over, read out, on their own pages |
//! | `sign_in`  | invitations, passwords, codes, sessions, headers, posts from other sites |
//! | `bad_input` | what people send by mistake or on purpose gets a clear answer, and nothing is half done |
//! | `archive`  | an organization moves into another folder, whole or not at all, and comes out of it as it went in |
//! | `bulk`     | large files go through in little memory |
//! | `directory` | the partner directory: what stands in it, who changes it, its files
//! | `kinds`    | what each kind of referral asks, shows, keeps secret and counts |
//! | `space`    | units and needs: nothing about people reaches a match, landlords answer by link, several wait for one unit |
//! | `directory_files` | the directory as CSV and HSDS, read in again and taken back
//! | `exports`  | records as tables: read in again without a mapping, without notes and without who people are, proved, recorded, stopped |
//! | `hooks`    | own systems are told of referrals by ids alone, signed, never into a private network, and not for ever |
//! | `hsds`     | the directory as JSON: what was written comes in as it was, a file from elsewhere with what it has |
//! | `imports`  | a file that cannot be imported as it is: the rows to fix as a table of their own |
//! | `import_records` | files of services, owners, training and outcomes: what is new, here, twice, refused, filed; taken back |
//! | `import_referrals` | files of referrals: events with their own days, nobody told, nothing shared; refused, gone on from, taken back |
//! | `links`    | what a private link opens, and that it opens nothing else |
//! | `mail`     | letters reach a mail server, or come back with a reason |
//! | `clocks`   | what a manager sets holds for what starts afterwards, within bounds, with its reason |
//! | `codes`    | a letter code does what a link does, for people without e-mail, and opens nothing else |
//! | `languages` | notices are told in the language of whoever gets them |
//! | `outbox`   | notices leave once, are tried again, and stay as they were sent |
//! | `own_sign_in` | an entrepreneur comes in by a code, mailed, texted or by letter; what opens nothing, what is kept, what signing out forgets |
//! | `own_home` | an entrepreneur's first page and the page of a referral: all of their own, nobody else's, and what a press there does |
//! | `messages` | who writes to whom about a referral, who reads it, and whose task an unanswered one is |
//! | `notes`    | who reads a note about a client, which words it is warned about, how it changes and when it goes |
//! | `voices`   | what partner and client say stays apart, and a negative end stays open until a next step is told |
//! | `no_wrong_door` | what a client asks for and whom a partner sends waits with its clock until somebody takes it |
//! | `sentinels` | a sentinel in every hidden field is on no page, letter or notice of a partner but where it was agreed to |
//! | `partners_side` | dead links, reminders, the right person, mailed codes, the list of a contact; looking changes nothing |
//! | `partner_accounts` | a partner's people sign in with a mailed code, share one list, hand requests over and keep their entry right |
//! | `questions` | a question that names nobody goes to partners, and its answer becomes a referral in one press |
//! | `sharing`  | one yes for several partners, undone within a day, ended for each alone, renewed in one tap |
//! | `rights`   | what is somebody's by right: permissions, who looked, corrections, a copy, complaints above the line, helpers |
//! | `rounds`   | what comes due is done once: digests, notes for ourselves, recall, permissions that run out |
//! | `scanners` | machines that open every link change nothing, and every dead link is one page |
//! | `store`    | one writer, an unbroken record, and every reason to refuse a folder |
//! | `crash`    | the real program, killed in the middle: what was acknowledged is there, once |
//! | `wall`     | who people are is in no file and on no page |
//! | `oracles`  | the statistics against figures computed elsewhere |
//! | `bodies`   | who decides: members and their own words, meetings, decisions that are corrected and never edited, awards |
//! | `funding`  | who pays, what banks owe to the rule, what clients bring, and the days from asking to payment |
//! | `workers`  | counts of workers say what the work is like, before and after a resource, beside a living wage |
//! | `attachments` | files beside what happened: typed by content, taken along, taken back |
//! | `grants`   | goals in listed measures, counted live beside the time that has gone by, and what is due |
//! | `equity_checks` | a program looks at itself at each stage, and names stand under the words as they were read |
//! | `indicators` | what a community proposes, ranks and talks about, what a body chooses, and the line as a hand counts it |
//! | `worker_survey` | workers answer without a name, totals are told once and beside earlier rounds, and nothing is left |
//! | `certifications` | a certificate has its days, stands in form 641 while it is good, and says nothing of who somebody is |
//! | `stories`  | a story is shown only while its client agrees to its very words, and is gone everywhere when they take that back |
//! | `operations` | figures without demographics are what was pressed, for any days and filter |
//! | `ledger_worlds` | an attacker with a solver works nothing out of what the ledger publishes, and it publishes much |
//! | `release_ledger` | reports released one after the other tell an attacker nothing they leave out, and are the same to the byte |
//! | `release_looks` | looking before: whose a look is, what two of them tell, what other releases meanwhile do |
//! | `releases` | a period is looked at, released once, found again to the byte, made again with a reason, and commented on |
//! | `referral_measures` | what pages say of referrals, against 60 referrals worked out by hand |
//! | `demo`     | the made-up city: the same for the same seed, whole, and showing what was planted |
//! | `zones`    | zones are imported whole or not at all, by date, and taken back; a point is in the zone of its day |
//! | `places`   | where a client is, how it holds its place, and what counts as a risk of losing it |
//! | `seeds`    | the lists of stages, reasons and outcomes are complete |
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod about_me;
mod access;
mod answers;
mod api;
mod archive;
mod attachments;
mod bad_input;
mod benchmarks;
mod bodies;
mod bulk;
mod certifications;
mod clocks;
mod codes;
mod commitments;
mod crash;
mod demo;
mod directory;
mod directory_files;
mod equity_checks;
mod every_language;
mod exports;
mod funding;
mod grants;
mod hooks;
mod house;
mod hsds;
mod import_records;
mod import_referrals;
mod imports;
mod indicators;
mod kinds;
mod languages;
mod ledger_worlds;
mod links;
mod mail;
mod messages;
mod no_wrong_door;
mod notes;
mod operations;
mod oracles;
mod outbox;
mod outcomes;
mod outreach;
mod own_home;
mod own_languages;
mod own_opens;
mod own_sign_in;
mod partner_accounts;
mod partners_side;
mod places;
mod questions;
mod referral_measures;
mod release_ledger;
mod release_looks;
mod releases;
mod rights;
mod rounds;
mod rules;
mod scanners;
mod seeds;
mod sentinels;
mod services_full;
mod sharing;
mod shut_out;
mod sign_in;
mod space;
mod store;
mod stories;
mod training;
mod voices;
mod wall;
mod worker_survey;
mod workers;
mod zones;
