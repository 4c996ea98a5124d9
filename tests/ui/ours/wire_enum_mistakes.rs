use alipay_core::WireEnum;

#[derive(WireEnum)]
enum NoUnknown {
    Fix,
}

#[derive(WireEnum)]
enum Twice {
    #[alipay(rename = "FIX")]
    Fix,
    #[alipay(rename = "FIX")]
    Fixed,
    Unknown(String),
}

#[derive(WireEnum)]
enum Holds {
    Fix(String),
    Unknown(String),
}

#[derive(WireEnum)]
enum NotLast {
    Unknown(String),
    Fix,
}

#[derive(WireEnum)]
enum HoldsNothing {
    Fix,
    Unknown,
}

fn main() {}
