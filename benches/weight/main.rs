//! What a program weighs: bytes, start, memory; beside what hyper and the library behind the signatures
//! weigh by themselves. `benches/README.md` says how to run it and how to read the table.

mod gateway;

use std::env;
use std::error::Error;
use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

const LIBRARIES: [&str; 2] = ["ring", "aws-lc-rs"];
/// Signed by the key in `tests/data/test-keys/alipay_pkcs8.pem`.
const ANSWER: &str = include_str!("answer.json");

/// How often each start and each run of calls is measured, by turns with the others.
const STARTS: usize = 41;
const RUNS: usize = 5;
const CALLS: &str = "6400";

fn main() -> Result<(), Box<dyn Error>> {
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("weight/app");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| app.join("../../../target"), PathBuf::from);
    let target = target.join("weight");
    let mut programs = Vec::new();
    for library in LIBRARIES {
        eprintln!("building with {library}");
        programs.push(build(&app, &target, library)?);
    }
    let url = gateway::serve(TcpListener::bind("127.0.0.1:0")?, ANSWER.trim_end())?;

    let starts: Vec<_> = programs
        .iter()
        .flat_map(|folder| [(folder.join("first"), None), (folder.join("bare"), Some("first"))])
        .chain(programs.first().map(|folder| (folder.join("bare"), Some("nothing"))))
        .collect();
    let mut times = vec![Vec::new(); starts.len()];
    for _ in 0..STARTS {
        for ((program, argument), times) in starts.iter().zip(&mut times) {
            times.push(start(program, *argument)?);
        }
    }
    let callers: Vec<_> =
        programs.iter().flat_map(|folder| [folder.join("points_update"), folder.join("bare")]).collect();
    let mut memory = vec![(Vec::new(), Vec::new()); callers.len()];
    for _ in 0..RUNS {
        for (program, (peaks, own)) in callers.iter().zip(&mut memory) {
            let (peak, anonymous) = call(program, &url)?;
            peaks.push(peak);
            own.push(anonymous);
        }
    }

    println!("| | bytes | to the first signature, ms | peak with 64 calls at once, KiB | of no file, KiB |");
    println!("|---|--:|--:|--:|--:|");
    let names =
        LIBRARIES.iter().flat_map(|library| [format!("this SDK, {library}"), format!("bare hyper and {library}")]);
    for (((name, program), times), (peaks, own)) in names.zip(&callers).zip(&mut times).zip(&mut memory) {
        let bytes = fs::metadata(program)?.len();
        println!("| {name} | {bytes} | {:.2} | {} | {} |", median(times), median(peaks), median(own));
    }
    let nothing = times.last_mut().map_or(f64::NAN, |times| median(times));
    println!("| a program that does nothing | | {nothing:.2} | | |");
    Ok(())
}

/// The folder of the programs, which are stripped and linked with this library.
fn build(app: &Path, target: &Path, library: &str) -> Result<PathBuf, Box<dyn Error>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--release", "--locked", "--features", library, "--target-dir"])
        .arg(target)
        .current_dir(app)
        .status()?;
    if !built.success() {
        return Err("the programs cannot be built".into());
    }
    let folder = target.join(library);
    fs::create_dir_all(&folder)?;
    for program in ["points_update", "first", "bare"] {
        fs::copy(target.join("release").join(program), folder.join(program))?;
    }
    Ok(folder)
}

/// From starting the program until it says something, in milliseconds.
fn start(program: &Path, argument: Option<&str>) -> Result<f64, Box<dyn Error>> {
    let started = Instant::now();
    let mut process = Command::new(program).args(argument).stdout(Stdio::piped()).spawn()?;
    process.stdout.take().ok_or("it says nothing")?.read_exact(&mut [0])?;
    let taken = started.elapsed();
    process.wait()?;
    Ok(taken.as_secs_f64() * 1e3)
}

/// Peak memory, and what is in use at the end and of no file.
fn call(program: &Path, url: &str) -> Result<(f64, f64), Box<dyn Error>> {
    let output = Command::new(program).args([url, CALLS]).stderr(Stdio::inherit()).output()?;
    let said = String::from_utf8(output.stdout)?;
    let (peak, own) = said.trim().split_once(' ').ok_or("the calls failed")?;
    Ok((peak.parse()?, own.parse()?))
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
