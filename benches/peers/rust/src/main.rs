//! `alipay-peers SUBJECT order|notification`: prints the nanoseconds of processor time that one takes.
//! `alipay-peers notice` prints a signed notification for all to verify.

mod subjects;

use std::env;
use std::error::Error;
use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};

/// At least so long is measured, in seconds of processor time.
const ENOUGH: f64 = 0.4;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if arguments == ["notice"] {
        print!("{}", subjects::notice()?);
        return Ok(());
    }
    let [subject, what] = arguments[..] else { return Err("which subject, and what?".into()) };
    let notice = env::var("PEERS_NOTICE")?;
    let mut work = subjects::work(subject, what, notice)?;
    for _ in 0..20 {
        work()?;
    }
    let (start, mut count) = (cpu()?, 0_u32);
    let taken = loop {
        for _ in 0..20 {
            work()?;
        }
        count += 20;
        let taken = cpu()? - start;
        if taken >= ENOUGH {
            break taken;
        }
    };
    println!("{:.0}", taken / f64::from(count) * 1e9);
    Ok(())
}

fn cpu() -> Result<f64, Box<dyn Error>> {
    let usage = getrusage(UsageWho::RUSAGE_SELF)?;
    let seconds = |seconds: i64, micros: i64| -> Result<f64, Box<dyn Error>> {
        Ok((Duration::from_secs(seconds.try_into()?) + Duration::from_micros(micros.try_into()?)).as_secs_f64())
    };
    let (user, system) = (usage.user_time(), usage.system_time());
    Ok(seconds(user.tv_sec(), user.tv_usec())? + seconds(system.tv_sec(), system.tv_usec())?)
}
