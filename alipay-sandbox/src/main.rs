//! The local gateway as a program: prints what a client needs, and answers until Ctrl-C.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use alipay_sandbox::{Builder, Gateway, demo};
use serde_json::Value;

use crate::arguments::{Arguments, HELP};

mod arguments;

#[tokio::main]
async fn main() -> ExitCode {
    let result = match Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => run(arguments).await,
        Err(error) => Err(error.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let causes = std::iter::successors(Some(&*error as &dyn Error), |error| (*error).source());
            let message: Vec<_> = causes.map(ToString::to_string).collect();
            let _ = writeln!(io::stderr(), "alipay-sandbox: {}\nSee --help.", message.join(": "));
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    if arguments.help {
        return Ok(io::stdout().write_all(HELP.as_bytes())?);
    }
    let gateway = builder(&arguments).start().await?;

    // Ctrl-C is listened for before anything is printed: whoever reads the address may stop at once.
    let announced = async {
        match announce(&gateway, &arguments) {
            Ok(()) => std::future::pending().await,
            Err(error) => error,
        }
    };
    tokio::select! {
        biased;
        interrupted = tokio::signal::ctrl_c() => interrupted?,
        error = announced => return Err(error.into()),
    }
    gateway.stop().await;
    Ok(())
}

fn builder(arguments: &Arguments) -> Builder {
    let mut builder = Gateway::builder().demo_applications().demo_methods().port(arguments.port);
    #[cfg(feature = "catalogue")]
    {
        builder = builder.methods(alipay_apis::catalogue());
    }
    if arguments.plain_http {
        builder = builder.plain_http();
    }
    if let Some(fen) = arguments.balance {
        builder = builder.balance(fen);
    }
    for (beginning, buyer) in &arguments.buyers {
        builder = builder.buyer_of(beginning, *buyer);
    }
    for (beginning, transfer) in &arguments.transfers {
        builder = builder.transfer_of(beginning, *transfer);
    }
    builder
}

fn announce(gateway: &Gateway, arguments: &Arguments) -> io::Result<()> {
    let alipay_certificate = gateway.alipay_certificate();
    let material = Material::of(gateway, &alipay_certificate);
    let written = arguments.folder.as_deref().map(|folder| material.write(folder)).transpose()?;
    if arguments.json {
        return writeln!(io::stdout(), "{}", material.json(gateway));
    }
    writeln!(
        io::stdout(),
        "gateway: {}\napp id: {}\napp id with certificate: {}\ncontent key: {}\n{}\n\
         These are test keys, worth nothing elsewhere. Stop with Ctrl-C.",
        gateway.url(),
        demo::APP_ID,
        demo::CERTIFICATE_APP_ID,
        demo::CONTENT_KEY,
        written.unwrap_or_else(|| material.print())
    )
}

/// What a client needs besides the address: what it is, its file's name, its text.
struct Material<'a>(Vec<(&'static str, &'static str, &'a str)>);

impl<'a> Material<'a> {
    fn of(gateway: &'a Gateway, alipay_certificate: &'a str) -> Self {
        let https = gateway.root_certificate_pem().map(|pem| ("certificate to trust", "root-certificate.pem", pem));
        let keys = [
            ("the application's private key", "application-private-key.pem", demo::PRIVATE_KEY),
            ("Alipay's public key", "alipay-public-key.pem", gateway.alipay_public_key()),
            ("the application's certificate", "application-certificate.pem", demo::CERTIFICATE),
            ("Alipay's certificate", "alipay-certificate.pem", alipay_certificate),
            ("Alipay's root certificates", "alipay-root-certificates.pem", gateway.root_certificates()),
        ];
        Self(https.into_iter().chain(keys).collect())
    }

    /// The names of the files, without their ending, are the names of the members.
    fn json(&self, gateway: &Gateway) -> Value {
        let texts = [
            ("gateway", gateway.url()),
            ("app-id", demo::APP_ID.to_owned()),
            ("certificate-app-id", demo::CERTIFICATE_APP_ID.to_owned()),
            ("content-key", demo::CONTENT_KEY.to_owned()),
        ];
        let files = self.0.iter().map(|(_, file, pem)| (file.trim_end_matches(".pem"), (*pem).to_owned()));
        texts.into_iter().chain(files).map(|(name, text)| (name.replace('-', "_"), Value::from(text))).collect()
    }

    fn print(&self) -> String {
        self.0.iter().fold(String::new(), |mut text, (title, _, pem)| {
            let _ = write!(text, "\n{title}\n{pem}");
            text
        })
    }

    fn write(&self, folder: &Path) -> io::Result<String> {
        fs::create_dir_all(folder)?;
        self.0.iter().try_fold(String::new(), |mut text, (title, file, pem)| {
            let path = folder.join(file);
            fs::write(&path, pem)?;
            let _ = writeln!(text, "{title}: {}", path.display());
            Ok(text)
        })
    }
}
