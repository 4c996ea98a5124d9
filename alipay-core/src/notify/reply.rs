//! What a server answers to Alipay.

use std::fmt;

/// The answer to a notification. Alipay reads nothing but the body, and goes on posting (about seven
/// times within 25 hours) until that is exactly `success`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// All is stored: it need not come again. Also the answer to a repeat of what is stored.
    Success,
    /// It is to come again.
    Fail,
}

impl Reply {
    /// The whole body: `success` or `fail`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Fail => "fail",
        }
    }

    /// The status that fits: 200 or 500. Alipay does not look at it, whoever watches the server does.
    pub const fn status(self) -> u16 {
        match self {
            Self::Success => 200,
            Self::Fail => 500,
        }
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<T, E> From<Result<T, E>> for Reply {
    /// [`Success`](Self::Success) only where all went well.
    fn from(outcome: Result<T, E>) -> Self {
        if outcome.is_ok() { Self::Success } else { Self::Fail }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_is_one_word() {
        let (success, fail) = (Reply::from(Ok::<_, ()>(())), Reply::from(Err::<(), _>(())));
        assert_eq!((success.as_str(), success.status(), success.to_string().as_str()), ("success", 200, "success"));
        assert_eq!((fail.as_str(), fail.status(), fail.to_string().as_str()), ("fail", 500, "fail"));
    }
}
