//! `alipay-peers SUBJECT order|notification|call`: prints the nanoseconds of processor time that one takes, and the
//! peak memory in KiB. `alipay-peers SUBJECT first` makes one order string.
//! `alipay-peers notice` prints a signed notification for all to verify; `alipay-peers gateway [forged]` answers all
//! calls and prints where, on port 80 as well if it may.

#[path = "../../../weight/gateway.rs"]
mod gateway;
mod subjects;

use std::env;
use std::error::Error;
use std::fs;
use std::net::TcpListener;
use std::thread;
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
    if let ["gateway", rest @ ..] = &arguments[..] {
        let answer = subjects::answer(rest == ["forged"])?;
        println!("{}", gateway::serve(TcpListener::bind("127.0.0.1:0")?, &answer)?);
        match TcpListener::bind("127.0.0.1:80") {
            Ok(listener) => println!("{}", gateway::serve(listener, &answer)?.replace(":80/", "/")),
            Err(_) => println!(),
        }
        loop {
            thread::park();
        }
    }
    let [subject, what] = arguments[..] else { return Err("which subject, and what?".into()) };
    let notice = env::var("PEERS_NOTICE")?;
    if what == "first" {
        return subjects::work(subject, "order", notice)?();
    }
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
    println!("{:.0} {}", taken / f64::from(count) * 1e9, peak()?);
    Ok(())
}

fn peak() -> Result<String, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no peak memory")?;
    Ok(line.trim().trim_end_matches(" kB").to_owned())
}

fn cpu() -> Result<f64, Box<dyn Error>> {
    let usage = getrusage(UsageWho::RUSAGE_SELF)?;
    let seconds = |seconds: i64, micros: i64| -> Result<f64, Box<dyn Error>> {
        Ok((Duration::from_secs(seconds.try_into()?) + Duration::from_micros(micros.try_into()?)).as_secs_f64())
    };
    let (user, system) = (usage.user_time(), usage.system_time());
    Ok(seconds(user.tv_sec(), user.tv_usec())? + seconds(system.tv_sec(), system.tv_usec())?)
}
