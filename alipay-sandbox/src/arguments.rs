//! What the program is asked to do.

use std::ffi::OsString;
use std::path::PathBuf;

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
  -h, --help        print this text
";

/// The command line, understood.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub(crate) port: u16,
    pub(crate) plain_http: bool,
    pub(crate) folder: Option<PathBuf>,
    pub(crate) json: bool,
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
                Long("help") | Short('h') => parsed.help = true,
                other => return Err(other.unexpected()),
            }
        }
        Ok(parsed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_understood() {
        for (line, expected) in [
            ("", Arguments::default()),
            ("--port 4321", Arguments { port: 4321, ..Arguments::default() }),
            ("--port=4321 --plain-http", Arguments { port: 4321, plain_http: true, ..Arguments::default() }),
            ("--write keys", Arguments { folder: Some("keys".into()), ..Arguments::default() }),
            ("--json", Arguments { json: true, ..Arguments::default() }),
            ("-h", Arguments { help: true, ..Arguments::default() }),
            ("--help", Arguments { help: true, ..Arguments::default() }),
        ] {
            assert_eq!(Arguments::parse(line.split_whitespace()).unwrap(), expected, "{line}");
        }
    }

    #[test]
    fn what_is_refused() {
        for line in ["--port", "--port x", "--port 65536", "--port -1", "--plain-http=1", "--prot 1", "4321", "--write"]
        {
            assert!(Arguments::parse(line.split_whitespace()).is_err(), "{line}");
        }
    }
}
