//! What the system knows about this process.

use std::error::Error;
use std::fs;

/// In kibibytes: `VmRSS`, the memory that this process has now, or `VmHWM`, the most that it has had.
pub(crate) fn memory(name: &str) -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    let line = line.ok_or("the system does not say how much memory a process has")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse()?)
}

/// How many sockets are open.
pub(crate) fn sockets() -> Result<usize, Box<dyn Error>> {
    // What is listed may be closed by the time it is looked at.
    let targets = fs::read_dir("/proc/self/fd")?.flatten().filter_map(|entry| fs::read_link(entry.path()).ok());
    Ok(targets.filter(|target| target.to_string_lossy().starts_with("socket:")).count())
}

/// So many files, sockets among them, may be open from now on.
#[cfg(unix)]
pub(crate) fn limit_files(files: u64) -> Result<(), Box<dyn Error>> {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};

    let (_, hard) = getrlimit(Resource::RLIMIT_NOFILE)?;
    Ok(setrlimit(Resource::RLIMIT_NOFILE, files.min(hard), hard)?)
}

#[cfg(not(unix))]
pub(crate) fn limit_files(_: u64) -> Result<(), Box<dyn Error>> {
    Err("this system has no such limit".into())
}
