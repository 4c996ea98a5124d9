//! What a child process costs.

use std::error::Error;
use std::process::Command;

/// Runs the command to its end and gives what it and its children took, in [`UNIT`].
pub(crate) fn cost_of(command: &mut Command) -> Result<f64, Box<dyn Error>> {
    let before = clock()?;
    let status = command.status()?;
    if !status.success() {
        return Err(format!("{command:?}: {status}").into());
    }
    Ok(clock()? - before)
}

/// What [`cost_of`] counts.
#[cfg(unix)]
pub(crate) const UNIT: &str = "CPU seconds (user and system)";
#[cfg(not(unix))]
pub(crate) const UNIT: &str = "seconds by the clock";

/// CPU time of all children so far: unlike the clock's, it barely moves with other load.
#[cfg(unix)]
fn clock() -> Result<f64, Box<dyn Error>> {
    use std::time::Duration;

    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let microseconds = (usage.user_time() + usage.system_time()).num_microseconds();
    Ok(Duration::from_micros(microseconds.try_into()?).as_secs_f64())
}

#[cfg(not(unix))]
fn clock() -> Result<f64, Box<dyn Error>> {
    use std::time::SystemTime;

    Ok(SystemTime::UNIX_EPOCH.elapsed()?.as_secs_f64())
}
