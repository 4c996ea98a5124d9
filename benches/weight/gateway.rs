//! A gateway in this process, a thread a connection: every request gets the same answer, signed beforehand.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

/// Answers with this as long as this process lives, and says where.
pub(crate) fn serve(listener: TcpListener, body: &str) -> io::Result<String> {
    let url = format!("http://{}/gateway.do", listener.local_addr()?);
    let length = body.len();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-type: text/html;charset=utf-8\r\ncontent-length: {length}\r\n\r\n");
    let answer: Arc<[u8]> = (head + body).into_bytes().into();
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            // Whoever called has gone.
            let answer = Arc::clone(&answer);
            thread::spawn(move || drop(answer_all(connection, &answer)));
        }
    });
    Ok(url)
}

fn answer_all(mut connection: TcpStream, answer: &[u8]) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let mut reader = BufReader::new(connection.try_clone()?);
    let (mut line, mut length) = (String::new(), 0);
    while reader.read_line(&mut line)? > 0 {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().map_err(io::Error::other)?;
        } else if line == "\r\n" {
            reader.read_exact(&mut vec![0; length])?;
            connection.write_all(answer)?;
            length = 0;
        }
        line.clear();
    }
    Ok(())
}
