//! What is said on standard output and standard error. Neither may be there, and nobody may read it: that stops nothing.

use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, channel, sync_channel};
use std::time::Duration;

/// Lines that wait for whoever reads them, at most. What is said beyond that is lost.
const WAITING: usize = 4096;

/// How long the end waits for a reader, in steps.
const PATIENCE: u8 = 100;
const STEP: Duration = Duration::from_millis(10);

/// Says something to standard output and waits until it is written. For commands, which have nothing else to do.
pub(super) fn out(line: impl Display) {
    let _ = arrives(line);
}

/// The same, and tells whether it was written.
pub(super) fn arrives(line: impl Display) -> bool {
    let mut out = std::io::stdout();
    writeln!(out, "{line}").and_then(|()| out.flush()).is_ok()
}

enum Line {
    Out(Vec<u8>),
    Err(Vec<u8>),
    End(Sender<()>),
}

/// Says things without waiting for whoever reads them: a bot does not stop because its log does. A thread of its own
/// writes them.
#[derive(Clone)]
pub(super) struct Voice(SyncSender<Line>);

impl Voice {
    /// Begins.
    pub(super) fn new() -> Self {
        let (voice, lines) = sync_channel(WAITING);
        // Without a thread nothing is said, and nothing else is wrong.
        let _ = std::thread::Builder::new().name("voice".to_owned()).spawn(move || write(&lines));
        Self(voice)
    }

    /// To standard output.
    pub(super) fn out(&self, line: impl Display) {
        let _ = self.0.try_send(Line::Out(format!("{line}\n").into_bytes()));
    }

    /// To standard error.
    pub(super) fn err(&self, line: impl Display) {
        let _ = self.0.try_send(Line::Err(format!("{line}\n").into_bytes()));
    }

    /// Says where the program panics, and nothing of what it was about: that may be what somebody wrote. Whoever panics does
    /// not wait either.
    pub(super) fn tells_panics(&self) {
        let voice = self.clone();
        std::panic::set_hook(Box::new(move |panic| {
            let at = panic.location().map(ToString::to_string).unwrap_or_default();
            voice.err(format_args!("ERROR a mistake in the program at {at}: please report it"));
        }));
    }

    /// Waits until everything is written, but not for long.
    pub(super) fn ends(&self) {
        let (written, end) = channel();
        for _ in 0..PATIENCE {
            match self.0.try_send(Line::End(written.clone())) {
                Ok(()) => {
                    let _ = end.recv_timeout(STEP * u32::from(PATIENCE));
                    return;
                }
                Err(TrySendError::Disconnected(_)) => return,
                Err(TrySendError::Full(_)) => std::thread::sleep(STEP),
            }
        }
    }
}

/// The log's lines come whole.
impl Write for Voice {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.try_send(Line::Err(line.to_vec())).map_err(|_| ErrorKind::WouldBlock)?;
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn write(lines: &Receiver<Line>) {
    for line in lines {
        // What cannot be written is lost; the next may be written again.
        let _ = match line {
            Line::Out(line) => {
                let mut out = std::io::stdout();
                out.write_all(&line).and_then(|()| out.flush())
            }
            Line::Err(line) => std::io::stderr().write_all(&line),
            Line::End(written) => {
                let _ = written.send(());
                Ok(())
            }
        };
    }
}
