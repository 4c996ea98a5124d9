//! What the program is asked to do.

use std::ffi::OsString;
use std::path::PathBuf;

use std::str::FromStr;

use alipay_sandbox::{Buyer, Transfer};
use lexopt::ValueExt;

pub(crate) const HELP: &str = "\
A local gateway that answers as Alipay's does, with two demo applications: one
with a key, one with a certificate. Both have a content key.

Usage: alipay-sandbox [OPTIONS]

Options:
  --port <PORT>     listen on this port of 127.0.0.1 (default: one that is free)
  --plain-http      speak HTTP without TLS
  --write <FOLDER>  write the certificates and the keys to files in this folder
                    (default: print them, write nothing)
  --json            print all of it as JSON, in one line
  --buyer <BUYER>   what the buyers of trades do: pays, pays-after:SECONDS,
                    never-pays, wrong-password, invalid-code, balance-too-low
                    (default: pay where alipay.trade.pay or an app asks them to,
                    and nowhere else)
  --transfer <WHAT> what becomes of transfers: succeeds, succeeds-after:SECONDS,
                    stays-in-progress, fails-after:SECONDS, payee-unknown,
                    balance-too-low (default: succeeds)
  --balance <FEN>   what the merchant's account holds, in fen: refunds and
                    transfers are paid from it (default: always enough)
  -h, --help        print this text

--buyer and --transfer may be given several times, each for the numbers that
begin in some way: --buyer pays --buyer late-=pays-after:30 has the order late-7
paid after half a minute, and all others at once.
";

/// The command line, understood.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub(crate) port: u16,
    pub(crate) plain_http: bool,
    pub(crate) folder: Option<PathBuf>,
    pub(crate) json: bool,
    /// With the beginnings of the order numbers that they are for.
    pub(crate) buyers: Vec<(String, Buyer)>,
    pub(crate) transfers: Vec<(String, Transfer)>,
    /// In fen.
    pub(crate) balance: Option<u64>,
    pub(crate) help: bool,
}

impl Arguments {
    /// Reads the arguments that follow the program's name.
    pub(crate) fn parse<I>(arguments: I) -> Result<Self, lexopt::Error>
    where
        I: IntoIterator,
        I::Item: Into<OsString>,
    {
        use lexopt::Arg::{Long, Short};

        let mut parser = lexopt::Parser::from_args(arguments);
        let mut parsed = Self::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("port") => parsed.port = parser.value()?.parse()?,
                Long("plain-http") => parsed.plain_http = true,
                Long("write") => parsed.folder = Some(parser.value()?.into()),
                Long("json") => parsed.json = true,
                Long("buyer") => parsed.buyers.push(parser.value()?.parse_with(decision)?),
                Long("transfer") => parsed.transfers.push(parser.value()?.parse_with(decision)?),
                Long("balance") => parsed.balance = Some(parser.value()?.parse()?),
                Long("help") | Short('h') => parsed.help = true,
                other => return Err(other.unexpected()),
            }
        }
        Ok(parsed)
    }
}

/// `BEGINNING=WORD`, or a word for all numbers.
fn decision<T: FromStr>(text: &str) -> Result<(String, T), T::Err> {
    let (beginning, word) = text.rsplit_once('=').unwrap_or(("", text));
    Ok((beginning.to_owned(), word.parse()?))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_is_understood() {
        for (line, expected) in [
            ("", Arguments::default()),
            ("--port 4321", Arguments { port: 4321, ..Arguments::default() }),
            ("--port=4321 --plain-http", Arguments { port: 4321, plain_http: true, ..Arguments::default() }),
            ("--write keys", Arguments { folder: Some("keys".into()), ..Arguments::default() }),
            ("--json", Arguments { json: true, ..Arguments::default() }),
            (
                "--buyer pays --buyer late=r-=pays-after:30 --transfer=x=payee-unknown --balance 10050",
                Arguments {
                    buyers: vec![
                        (String::new(), Buyer::Pays),
                        ("late=r-".to_owned(), Buyer::PaysAfter(Duration::from_secs(30))),
                    ],
                    transfers: vec![("x".to_owned(), Transfer::PayeeUnknown)],
                    balance: Some(10_050),
                    ..Arguments::default()
                },
            ),
            ("-h", Arguments { help: true, ..Arguments::default() }),
            ("--help", Arguments { help: true, ..Arguments::default() }),
        ] {
            assert_eq!(Arguments::parse(line.split_whitespace()).unwrap(), expected, "{line}");
        }
    }

    #[test]
    fn what_is_refused() {
        for line in [
            "--port",
            "--port x",
            "--port 65536",
            "--port -1",
            "--plain-http=1",
            "--prot 1",
            "4321",
            "--write",
            "--buyer",
            "--buyer payz",
            "--transfer a=",
            "--balance 0.01",
            "--balance -1",
        ] {
            assert!(Arguments::parse(line.split_whitespace()).is_err(), "{line}");
        }
    }
}
