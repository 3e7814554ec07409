//! The program: see `fairfloor::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    fairfloor::cli::run()
}
