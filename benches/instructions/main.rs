//! How many instructions the parts of a call take, counted by valgrind: a count does not depend on what
//! else the machine does. `benches/README.md` says how to run it and how to read the table.

#[path = "../shares/answering.rs"]
mod answering;
#[expect(dead_code, reason = "only its body is counted")]
#[path = "../notifications/payment.rs"]
mod payment;
#[path = "../shares/plain.rs"]
mod plain;
#[path = "../shares/requests.rs"]
mod requests;
mod rows;

use std::error::Error;
use std::process::Command;

use alipay_core::json;

use rows::{Samples, rows};

/// The difference between two runs is that of so many times.
const TIMES: u32 = 200;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    match arguments.as_slice() {
        [] => count_all(),
        [row, times, voucher] => run(row.parse()?, times.parse()?, voucher),
        _ => Err("this bench takes no arguments: it starts itself under valgrind with three".into()),
    }
}

/// Counts each row in processes of its own.
fn count_all() -> Result<(), Box<dyn Error>> {
    // To find the sample takes longer than all the rest, so it is found once and handed on.
    let voucher = json::to_string(&requests::voucher()?)?;
    println!("| what | instructions |\n|---|--:|");
    for (row, (name, _)) in rows(&Samples::read(&voucher)?).into_iter().enumerate() {
        let count = |times| counted(row, times, &voucher);
        // What happens before the first time, and in it alone, is in both.
        let instructions = (count(TIMES + 1)? - count(1)?) / u64::from(TIMES);
        println!("| {name} | {} |", with_commas(instructions));
    }
    Ok(())
}

/// All instructions of a process that does the work of a row so many times.
fn counted(row: usize, times: u32, voucher: &str) -> Result<u64, Box<dyn Error>> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
    valgrind.arg(std::env::current_exe()?).args([&row.to_string(), &times.to_string(), voucher]);
    let output = valgrind.output().map_err(|error| format!("valgrind cannot be started: {error}"))?;
    let says = String::from_utf8_lossy(&output.stderr);
    let line = says.lines().find_map(|line| line.split_once(" refs:")).map(|(_, count)| count.replace(',', ""));
    match (line, output.status.success()) {
        (Some(count), true) => Ok(count.trim().parse()?),
        _ => Err(format!("valgrind counted nothing:\n{says}").into()),
    }
}

fn run(row: usize, times: u32, voucher: &str) -> Result<(), Box<dyn Error>> {
    let samples = Samples::read(voucher)?;
    let (_, mut work) = rows(&samples).into_iter().nth(row).ok_or("there is no such row")?;
    (0..times).for_each(|_| work());
    Ok(())
}

fn with_commas(number: u64) -> String {
    let mut text = number.to_string();
    for place in (1..text.len()).rev().filter(|place| (text.len() - place).is_multiple_of(3)).collect::<Vec<_>>() {
        text.insert(place, ',');
    }
    text
}

/// Nothing is counted apart here.
fn http<T>(work: impl FnOnce() -> T) -> T {
    work()
}
