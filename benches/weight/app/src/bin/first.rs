//! Signs one order string and says so.

use std::error::Error;
use std::io::{self, Write};

use alipay_apis::trade::AppPay;
use alipay_apis::{Amount, Client};
use alipay_weight::{ALIPAY_PUBLIC_KEY, APP_ID, PRIVATE_KEY};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder(APP_ID).private_key(PRIVATE_KEY).alipay_public_key(ALIPAY_PUBLIC_KEY).build()?;
    let order = AppPay::new("70501111111S001111119", Amount::yuan(9), "大乐透").order_string(&client).await?;
    io::stdout().write_all(if order.contains("&sign=") { b"." } else { b"?" })?;
    Ok(())
}
