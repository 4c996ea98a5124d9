//! What the system knows about this process.

use std::error::Error;
use std::fs;

/// Processor time that this process has had so far, in seconds.
#[cfg(unix)]
pub(crate) fn cpu() -> Result<f64, Box<dyn Error>> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;

    let usage = getrusage(UsageWho::RUSAGE_SELF)?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(std::time::Duration::from_micros(micros.try_into()?).as_secs_f64())
}

#[cfg(not(unix))]
pub(crate) fn cpu() -> Result<f64, Box<dyn Error>> {
    Err("this system does not say how much time a process has had".into())
}

/// The most memory that this process has had so far, in kibibytes, and how much of it was not of files.
/// `getrusage` would count the process that started this one.
pub(crate) fn peak() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no peak")?;
    Ok(peak.trim().trim_end_matches("kB").trim().parse()?)
}
