//! Measures rows by turns and writes them beside what they are compared with.

use std::error::Error;
use std::fmt::Write;

pub(crate) use Aim::{AtLeast, AtMost};

use crate::clock;

/// So many turns; each takes every row once.
const TURNS: usize = 1500;

/// What a row is compared with: the first row that names it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    Sign,
    Verify,
    Write,
    Read,
}

impl Base {
    const fn name(self) -> &'static str {
        match self {
            Self::Sign => "signature",
            Self::Verify => "verification",
            Self::Write => "`Serialize`",
            Self::Read => "`Deserialize`",
        }
    }
}

/// In percent.
#[derive(Clone, Copy)]
pub(crate) enum Aim {
    /// Of the bare operation, per second: the base's time by the row's.
    AtLeast(f64),
    /// The row's time by the base's.
    AtMost(f64),
}

struct Row<'a> {
    name: &'static str,
    base: Base,
    /// How often the work is done in one turn: what is short is measured together.
    batch: u32,
    aim: Option<Aim>,
    work: Box<dyn FnMut() + 'a>,
    /// Seconds of one time, turn by turn.
    times: Vec<f64>,
}

pub(crate) struct Table<'a>(Vec<Row<'a>>);

impl<'a> Table<'a> {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn row(
        &mut self,
        name: &'static str,
        base: Base,
        batch: u32,
        aim: Option<Aim>,
        work: impl FnMut() + 'a,
    ) {
        self.0.push(Row { name, base, batch, aim, work: Box::new(work), times: Vec::with_capacity(TURNS) });
    }

    /// Measures everything, and gives the table.
    pub(crate) fn measured(mut self) -> Result<String, Box<dyn Error>> {
        for _ in 0..TURNS {
            for row in &mut self.0 {
                let start = clock::now();
                for _ in 0..row.batch {
                    (row.work)();
                }
                row.times.push(clock::now().saturating_sub(start).as_secs_f64() / f64::from(row.batch));
            }
        }
        let mut table = "| what | µs | compared with | its time by that's | aim |\n|---|--:|---|--:|---|\n".to_owned();
        for row in &self.0 {
            let base = self.0.iter().find(|base| base.base == row.base).ok_or("a row without a base")?;
            let percent = median(row.times.iter().zip(&base.times).map(|(time, base)| time / base * 100.0));
            let micros = median(row.times.iter().map(|time| time * 1e6));
            let (name, compared) = (row.name, row.base.name());
            writeln!(table, "| {name} | {micros:.2} | {compared} | {percent:.1} % | {} |", verdict(percent, row.aim))?;
        }
        Ok(table)
    }
}

fn verdict(percent: f64, aim: Option<Aim>) -> String {
    let kept = |is_kept| if is_kept { "kept" } else { "MISSED" };
    match aim {
        None => String::new(),
        Some(AtMost(most)) => format!("≤ {most} %: {}", kept(percent <= most)),
        Some(AtLeast(least)) => {
            let rate = 1e4 / percent;
            format!("≥ {least} % of its rate: {rate:.1} %, {}", kept(rate >= least))
        }
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
