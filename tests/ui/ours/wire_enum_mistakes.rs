use alipay_core::WireEnum;

#[derive(Clone, Debug, PartialEq, WireEnum)]
enum NoUnknown {
    Fix,
}

#[derive(Clone, Debug, PartialEq, WireEnum)]
enum Twice {
    #[alipay(rename = "FIX")]
    Fix,
    #[alipay(rename = "FIX")]
    Fixed,
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, WireEnum)]
enum Holds {
    Fix(String),
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, WireEnum)]
enum NotLast {
    Unknown(String),
    Fix,
}

#[derive(Clone, Debug, PartialEq, WireEnum)]
enum HoldsNothing {
    Fix,
    Unknown,
}

fn main() {}
