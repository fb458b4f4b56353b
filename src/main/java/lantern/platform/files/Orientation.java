package lantern.platform.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which way up the camera was held (JPEG APP1 segment, Exif tag 0x0112): read before everything else of the segment is left out. */
final class Orientation {
    private static final int APP1 = 0xe1;
    private static final int TAG = 0x0112;

    private Orientation() {}

    /** 1 to 8; 1 (upright) when nothing readable says otherwise. */
    static int of(byte[] jpeg) {
        try {
            var at = 2;
            while (at + 4 < jpeg.length && (jpeg[at] & 0xff) == 0xff) {
                var marker = jpeg[at + 1] & 0xff;
                var length = (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
                if (marker == APP1 && length > 14 && jpeg[at + 4] == 'E' && jpeg[at + 5] == 'x')
                    return inExif(ByteBuffer.wrap(jpeg, at + 10, length - 8).slice());
                if (marker == 0xda) break;
                at += 2 + length;
            }
        } catch (IndexOutOfBoundsException e) {
            return 1;
        }
        return 1;
    }

    private static int inExif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xffff;
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
