//! Many calls: so many at once, and so many one after another, that what leaks or hangs shows itself.
//! `benches/README.md` says how to run it and how to read the tables.
//!
//! Gateway and caller are processes of their own, so that memory and descriptors are the caller's alone.

#[path = "../calls/gateway.rs"]
mod cheap;
mod flight;
mod local;
mod process;
#[path = "../shares/requests.rs"]
#[expect(dead_code, reason = "shared with benches that measure more")]
mod requests;
mod soak;

use std::alloc::System;
use std::env;
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// What is wanted of the processes, as their arguments have it.
fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds one of its own.
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["flight", ref options @ ..] => flight::all(options),
        ["soak", ref options @ ..] => soak::run(options),
        ["local-gateway", protocol] => local::serve(protocol),
        ["cheap-gateway"] => cheap::serve(),
        ["fly", gateway, protocol, calls, limit, files] => {
            flight::one(gateway, protocol, calls.parse()?, limit.parse()?, files.parse()?)
        }
        ["soak-caller", gateway, calls] => soak::call(gateway, calls.parse()?),
        _ => Err("`-- flight [--calls N] [--files N]` or `-- soak [--calls N]`".into()),
    }
}

/// The number behind this option, or the usual one.
fn option<T: std::str::FromStr>(options: &[&str], name: &str, usual: T) -> Result<T, Box<dyn Error>>
where
    T::Err: Error + 'static,
{
    match options.iter().position(|option| *option == name) {
        Some(place) => Ok(options.get(place + 1).ok_or("the option wants a number")?.parse()?),
        None => Ok(usual),
    }
}

/// A gateway in a process of its own, and the line in which it says how it is called.
struct Served {
    process: Child,
    line: String,
}

impl Served {
    fn start(arguments: &[&str]) -> Result<Self, Box<dyn Error>> {
        let mut process = Command::new(env::current_exe()?).args(arguments).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(process.stdout.take().ok_or("the gateway says nothing")?).read_line(&mut line)?;
        Ok(Self { process, line: line.trim().to_owned() })
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It is gone already, or goes with this process.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
