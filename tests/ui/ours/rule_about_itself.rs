use alipay_core::Record;

#[derive(Record)]
struct Period {
    #[alipay(greater_than(end))]
    end: Option<i64>,
    #[alipay(requires(start))]
    start: Option<i64>,
    #[alipay(required_if(present(days)))]
    days: Option<i64>,
    #[alipay(forbidden_if(absent(weeks)))]
    weeks: Option<i64>,
}

fn main() {}
