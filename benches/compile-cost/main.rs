//! What a declaration costs to compile, beside what serde's derives cost on the same structs.
//!
//! Writes one crate a [`Variant`], builds what they depend on, and then measures the crates alone,
//! taking turns so that a machine that slows down slows all of them. `benches/README.md` says how
//! to run it and how to read the table.

mod generate;
mod measure;
#[cfg(test)]
#[expect(unreachable_pub, reason = "written to be a crate of its own")]
mod sample;
mod table;
mod voucher;

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use generate::{Subject, Variant};
use table::{Cost, Samples};

/// The ways to compile that are measured: how the table calls them, and cargo's arguments.
const ACTIONS: [(&str, &[&str]); 3] =
    [("check", &["check"]), ("debug", &["build"]), ("release", &["build", "--release"])];

struct Options {
    subjects: Vec<Subject>,
    actions: Vec<(&'static str, &'static [&'static str])>,
    rounds: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::from_arguments(env::args().skip(1))?;
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), PathBuf::from).join("compile-cost");

    eprintln!("{}: building what the crates depend on", target.display());
    generate::write_crates(&workspace, &target, Subject::Structs(1))?;
    for variant in Variant::ALL {
        for (_, arguments) in options.actions.iter().copied() {
            measure::cost_of(&mut cargo(&target, variant.package(), arguments))?;
            measure::cost_of(&mut cargo(&target, &variant.base_package(), arguments))?;
        }
    }
    let actions: Vec<_> = options.actions.iter().map(|(action, _)| *action).collect();
    let mut before: Option<(usize, Samples)> = None;
    for subject in &options.subjects {
        generate::write_crates(&workspace, &target, *subject)?;
        let samples = samples(&target, &options)?;
        let title = match subject {
            Subject::Structs(count) => format!("{count} structs of {} fields", generate::FIELDS),
            Subject::Voucher => "alipay.marketing.activity.ordervoucher.create".to_owned(),
        };
        println!("\n{title}, {}, median of {}\n", measure::UNIT, options.rounds);
        print!("{}", samples.table(&actions));
        if let Subject::Structs(count) = *subject {
            if let Some((fewer, before)) = &before {
                println!("\nseconds of each of the {count} by those of each of the {fewer}\n");
                print!("{}", samples.growth(before, &actions, count_ratio(count, *fewer)?));
            }
            before = Some((count, samples));
        }
    }
    Ok(())
}

/// What the crates cost, in all rounds.
fn samples(target: &Path, options: &Options) -> Result<Samples, Box<dyn Error>> {
    let mut samples = Samples::default();
    for round in 1..=options.rounds {
        for (action, arguments) in options.actions.iter().copied() {
            eprintln!("round {round} of {}: {action}", options.rounds);
            for variant in Variant::ALL {
                let whole = cost_of_crate(target, variant.package(), arguments)?;
                let base = cost_of_crate(target, &variant.base_package(), arguments)?;
                samples.add(variant, action, Cost { whole, base });
            }
        }
    }
    Ok(samples)
}

fn count_ratio(count: usize, fewer: usize) -> Result<f64, Box<dyn Error>> {
    Ok(f64::from(u32::try_from(count)?) / f64::from(u32::try_from(fewer)?))
}

impl Options {
    fn from_arguments(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut options = Self { subjects: Vec::new(), actions: Vec::new(), rounds: 3 };
        while let Some(name) = arguments.next() {
            let mut number = || arguments.next().ok_or(format!("{name} needs a number"));
            let action = ACTIONS.iter().find(|(action, _)| name.strip_prefix("--") == Some(action));
            match name.as_str() {
                "--structs" => options.subjects.push(Subject::Structs(number()?.parse()?)),
                "--voucher" => options.subjects.push(Subject::Voucher),
                "--rounds" => options.rounds = number()?.parse()?,
                _ if action.is_some() => options.actions.extend(action),
                _ => {
                    let known = "--structs N, --voucher, --check, --debug, --release and --rounds N";
                    return Err(format!("`{name}` is not an option; there are {known}").into());
                }
            }
        }
        if options.subjects.is_empty() {
            options.subjects.push(Subject::Structs(300));
        }
        if options.actions.is_empty() {
            options.actions.extend(ACTIONS);
        }
        Ok(options)
    }
}

/// Seconds of cargo and rustc to compile the crate, when all that it depends on is built.
fn cost_of_crate(target: &Path, package: &str, arguments: &[&str]) -> Result<f64, Box<dyn Error>> {
    generate::make_stale(target, package)?;
    measure::cost_of(&mut cargo(target, package, arguments))
}

fn cargo(target: &Path, package: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .args(arguments)
        .args(["--quiet", "--package", package])
        .current_dir(target)
        .env("CARGO_TARGET_DIR", target.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        // A compiler cache would be measured instead of the compiler.
        .env_remove("RUSTC_WRAPPER");
    command
}
