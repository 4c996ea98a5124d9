use alipay_core::Record;

#[derive(Record)]
#[alipay(exactly_one(memo, title), at_most_one(title, memo))]
struct Order {
    #[alipay(max_len = 32, advise(max_len = 64))]
    memo: Option<String>,
    #[alipay(digits, positive)]
    title: Option<String>,
    #[alipay(requires(memo, name), when(present(title), requires(name)))]
    shop_id: Option<String>,
    name: Option<String>,
}

fn main() {}
