//! Prints all that anything traces or logs, at every level.

use std::fmt::{Debug, Write};
use std::sync::atomic::{AtomicU64, Ordering};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// For the whole process, with all its threads.
pub(crate) fn install() {
    tracing::subscriber::set_global_default(Recorder::default()).unwrap();
    log::set_logger(&Log).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
}

/// For `tracing`: spans are not followed, each prints what it is told.
#[derive(Default)]
struct Recorder {
    spans: AtomicU64,
}

/// What is traced at once.
struct Line(String);

impl Line {
    fn new(metadata: &Metadata<'_>) -> Self {
        Self(metadata.name().to_owned())
    }

    fn print(&self, target: &str) {
        print(target, &self.0);
    }
}

/// Each line says whose it is.
fn print(target: &str, text: &str) {
    text.lines().for_each(|line| println!("[{target}] {line}"));
}

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, " {}={value:?}", field.name()).unwrap();
    }

    // As a subscriber that writes texts for people does.
    fn record_str(&mut self, field: &Field, value: &str) {
        write!(self.0, " {}={value}", field.name()).unwrap();
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut line = Line::new(span.metadata());
        span.record(&mut line);
        line.print(span.metadata().target());
        Id::from_u64(self.spans.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut line = Line(String::new());
        values.record(&mut line);
        line.print("a span");
    }

    fn event(&self, event: &Event<'_>) {
        let mut line = Line::new(event.metadata());
        event.record(&mut line);
        line.print(event.metadata().target());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// For libraries that use `log`.
struct Log;

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        print(&format!("log {}", record.target()), &record.args().to_string());
    }

    fn flush(&self) {}
}
