//! What calls cost against a gateway that costs next to nothing: processor time, waiting, memory, start.
//! `benches/README.md` says how to run it and how to read the table.
//!
//! The gateway, the caller and whoever only starts and signs are processes of their own, so that each
//! number is of one of them alone.

mod caller;
mod gateway;
mod usage;

use std::env;
use std::error::Error;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::time::Instant;

const STARTS: usize = 41;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["gateway"] => gateway::serve(),
        ["caller", url] => caller::call(url),
        ["start"] => caller::sign_once(),
        _ => measure(),
    }
}

fn measure() -> Result<(), Box<dyn Error>> {
    let me = env::current_exe()?;
    let mut gateway = Command::new(&me).arg("gateway").stdout(Stdio::piped()).spawn()?;
    let mut url = String::new();
    BufReader::new(gateway.stdout.take().ok_or("the gateway says nothing")?).read_line(&mut url)?;

    let mut starts = (0..STARTS).map(|_| start()).collect::<Result<Vec<_>, _>>()?;
    starts.sort_by(f64::total_cmp);
    let called = Command::new(&me).args(["caller", url.trim()]).status();
    gateway.kill()?;
    gateway.wait()?;
    if !called?.success() {
        return Err("the caller failed".into());
    }
    let start = starts.get(STARTS / 2).copied().unwrap_or(f64::NAN);
    let aim = if start <= 2.0 { "kept" } else { "MISSED" };
    println!("| start of the process to the first signature | {start:.2} ms | ≤ 2 ms: {aim} |");
    Ok(())
}

/// From starting a process until it says that it has signed, in milliseconds.
fn start() -> Result<f64, Box<dyn Error>> {
    let started = Instant::now();
    let mut process = Command::new(env::current_exe()?).arg("start").stdout(Stdio::piped()).spawn()?;
    process.stdout.take().ok_or("it says nothing")?.read_exact(&mut [0])?;
    let taken = started.elapsed();
    process.wait()?;
    Ok(taken.as_secs_f64() * 1e3)
}
