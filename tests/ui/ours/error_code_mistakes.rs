use alipay_core::ErrorCode;

#[derive(ErrorCode)]
enum Codes {
    #[alipay(remedy = "Correct it.", retry = fix_input)]
    NoMeaning,
    /// It broke.
    #[alipay(retry = later)]
    NoRemedy,
    /// It broke.
    #[alipay(remedy = "Wait.")]
    NoRetry,
    /// It broke.
    #[alipay(remedy = "Wait.", retry = latter)]
    OddRetry,
    /// It broke.
    #[alipay(remedy = "Wait.", retry = later, code = "ODD_RETRY")]
    Twice,
    Unknown(String),
}

fn main() {}
