//! The words in which a test shows that a rule holds: one value accepted, one refused.

use alipay_apis::record::Record;
use alipay_apis::schema::Severity;
use alipay_apis::violation::{RuleCode, Violation};

/// Starts showing a rule of the specification, by its id.
pub(crate) fn rule(id: &'static str) -> Shown {
    Shown { id, accepted: false, refused: false }
}

/// What was shown of a rule so far. A rule of which one side is missing fails the test.
pub(crate) struct Shown {
    id: &'static str,
    accepted: bool,
    refused: bool,
}

impl Shown {
    /// Nothing is found in this request.
    pub(crate) fn accepts(mut self, request: &dyn Record) -> Self {
        assert_eq!(review(request), [], "{}", self.id);
        self.accepted = true;
        self
    }

    /// Just this is found, and the request is not sent.
    pub(crate) fn refuses(self, request: &dyn Record, path: &str, code: RuleCode) -> Self {
        self.finds(request, &[(path, code, Severity::Refuse)])
    }

    /// Just this is found, and the request is sent all the same.
    pub(crate) fn advises(self, request: &dyn Record, path: &str, code: RuleCode) -> Self {
        self.finds(request, &[(path, code, Severity::Advise)])
    }

    /// Just these are found, in this order.
    pub(crate) fn finds(mut self, request: &dyn Record, findings: &[(&str, RuleCode, Severity)]) -> Self {
        let found = review(request);
        let found: Vec<_> = found.iter().map(|it| (it.path.as_str(), it.code, it.severity)).collect();
        assert_eq!(found, findings, "{}", self.id);
        self.refused = true;
        self
    }

    /// Whether something else than validation accepts one value and refuses another: the reader, the
    /// gateway.
    pub(crate) fn holds(mut self, accepted: bool, refused: bool) -> Self {
        assert!(accepted, "{}: was not accepted", self.id);
        assert!(refused, "{}: was not refused", self.id);
        (self.accepted, self.refused) = (true, true);
        self
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(self.accepted, "{}: no accepted value was shown", self.id);
            assert!(self.refused, "{}: no refused value was shown", self.id);
        }
    }
}

fn review(request: &dyn Record) -> Vec<Violation> {
    alipay_apis::validate::review(request)
}
