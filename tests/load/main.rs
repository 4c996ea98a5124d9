//! Many calls at once and one after another: each comes to an end, and nothing grows. `benches/load` does
//! the same with ten thousand and a million.

mod flight;
mod soak;

use alipay_apis::koubei::MarketingToolPointsUpdate;
use alipay_apis::koubei::marketing_tool_points_update::TransType;
use tokio::sync::Mutex;

/// Held by a test while it runs: one of them counts what the whole process allocates.
static ALONE: Mutex<()> = Mutex::const_new(());

const USER: &str = "2088123412341234";
const ACCOUNT: &str = "39201608190015500100016011040139";

/// Ten points more, under this number.
fn points(number: usize) -> MarketingToolPointsUpdate {
    MarketingToolPointsUpdate::new(number.to_string(), USER, ACCOUNT)
        .trans_type(TransType::Deposit)
        .trans_amount("10")
        .shop_id("2016041200077000000003277104")
        .biz_no("2016082221001004150200139999")
}
