//! The table at the end: what was measured, as parts of a bare signature.

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::Value;

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Sign,
    Verify,
    Validate,
    Write,
    Encode,
    Order,
    CallOut,
    Read,
    CallBack,
}

impl Part {
    /// In the order of the table.
    const ALL: [Self; 9] = [
        Self::Sign,
        Self::Verify,
        Self::Validate,
        Self::Write,
        Self::Encode,
        Self::Order,
        Self::CallOut,
        Self::Read,
        Self::CallBack,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sign => "bare signature",
            Self::Verify => "bare verification",
            Self::Validate => "validate",
            Self::Write => "write JSON",
            Self::Encode => "text to sign, query and body",
            Self::Order => "validate, write, text, encode",
            Self::CallOut => "call until the transport, unsigned",
            Self::Read => "read the response",
            Self::CallBack => "call after the transport, unverified",
        }
    }

    /// How many percent of a bare signature it may take.
    const fn aim(self) -> Option<f64> {
        match self {
            Self::Order | Self::CallOut | Self::Read | Self::CallBack => Some(2.0),
            Self::Sign | Self::Verify | Self::Validate | Self::Write | Self::Encode => None,
        }
    }
}

/// The aim, and whether it is kept.
pub(crate) fn verdict(percent: f64, aim: Option<f64>) -> String {
    aim.map_or_else(String::new, |aim| format!("≤ {aim} %: {}", if percent <= aim { "kept" } else { "MISSED" }))
}

/// Criterion's group of one round.
pub(crate) fn group(round: usize) -> String {
    format!("call-cost-{round}")
}

/// Criterion's results of this run.
pub(crate) struct Results {
    directory: PathBuf,
    rounds: usize,
    since: SystemTime,
}

impl Results {
    /// Of so many rounds that begin now.
    pub(crate) fn of(rounds: usize) -> Self {
        Self { directory: directory(), rounds, since: SystemTime::now() }
    }

    /// The table, if everything was measured: not after `--test`, nor with a filter.
    pub(crate) fn table(&self) -> Result<String, Box<dyn Error>> {
        let mut table =
            "| part of a call | µs | of a signature | aim | of a verification |\n|---|--:|--:|--:|--:|\n".to_owned();
        for part in Part::ALL {
            let micros = self.across(|round| Ok(self.median(round, part)? / 1000.0))?;
            let of_signature = self.ratio(part, Part::Sign)? * 100.0;
            let of_verification = self.ratio(part, Part::Verify)? * 100.0;
            let aim = verdict(of_signature, part.aim());
            writeln!(
                table,
                "| {} | {micros:.2} | {of_signature:.2} % | {aim} | {of_verification:.1} % |",
                part.name()
            )?;
        }
        Ok(table)
    }

    /// Of two parts measured in the same round.
    fn ratio(&self, part: Part, base: Part) -> Result<f64, Box<dyn Error>> {
        self.across(|round| Ok(self.median(round, part)? / self.median(round, base)?))
    }

    /// The median of the rounds.
    fn across(&self, value: impl Fn(usize) -> Result<f64, Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
        let mut values = (1..=self.rounds).map(value).collect::<Result<Vec<_>, _>>()?;
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().ok_or_else(|| "there was no round".into())
    }

    /// Nanoseconds, as criterion has them from its samples.
    fn median(&self, round: usize, part: Part) -> Result<f64, Box<dyn Error>> {
        let path = self.directory.join(group(round)).join(part.name()).join("new/estimates.json");
        let is_new = fs::metadata(&path).and_then(|file| file.modified()).is_ok_and(|written| written >= self.since);
        if !is_new {
            return Err(format!("this run has not measured `{}` in round {round}", part.name()).into());
        }
        let estimates: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
        estimates["median"]["point_estimate"].as_f64().ok_or_else(|| format!("{}: no median", path.display()).into())
    }
}

/// Where criterion writes.
fn directory() -> PathBuf {
    let target = || {
        env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from)
            .join("criterion")
    };
    env::var_os("CRITERION_HOME").map_or_else(target, PathBuf::from)
}
