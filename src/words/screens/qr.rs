//! A link as a picture: a QR code, black on white.

use qrcode::{Color, QrCode};

/// Pixels a module is wide; four would do for a phone's camera.
const MODULE: usize = 10;
/// Empty modules around it, as the standard asks.
const QUIET: usize = 4;

/// The picture (PNG, grey); `None` for a text no QR code can hold.
pub(super) fn png(text: &str) -> Option<Vec<u8>> {
    let code = QrCode::new(text).ok()?;
    let side = (code.width() + 2 * QUIET) * MODULE;
    let pixels: Vec<u8> = (0..side * side).map(|at| shade(&code, at % side, at / side)).collect();
    let mut picture = Vec::new();
    let pixels_wide = u32::try_from(side).ok()?;
    let mut encoder = png::Encoder::new(&mut picture, pixels_wide, pixels_wide);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&pixels).ok()?;
    writer.finish().ok()?;
    Some(picture)
}

fn shade(code: &QrCode, x: usize, y: usize) -> u8 {
    let module = |at: usize| (at / MODULE).checked_sub(QUIET).filter(|at| *at < code.width());
    match (module(x), module(y)) {
        (Some(x), Some(y)) if code[(x, y)] == Color::Dark => 0,
        _ => 255,
    }
}
