package lantern.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import lantern.ServerTest;
import lantern.access.Bearer;
import lantern.platform.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people upload is told by its content, cleaned, and seen by those who see the child it belongs to. */
class FilesTest extends ServerTest {
    @Autowired
    Files files;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_file_is_what_its_bytes_say_and_not_what_its_name_says() throws IOException {
        assertThat(FileKind.told(picture("png", 8, 8))).contains(FileKind.PNG);
        assertThat(FileKind.told(picture("jpeg", 8, 8))).contains(FileKind.JPEG);
        assertThat(FileKind.told(bytes("%PDF-1.7\n"))).contains(FileKind.PDF);
        assertThat(FileKind.told(zip("[Content_Types].xml", "word/document.xml")))
                .contains(FileKind.DOCX);
        assertThat(FileKind.told(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileKind.XLSX);
        assertThat(FileKind.told(bytes("id;name\n1;Zoë\n"))).contains(FileKind.CSV);
        assertThat(FileKind.told(bytes("  <!doctype html><script>alert(1)</script>")))
                .isEmpty();
        assertThat(FileKind.told(bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")))
                .isEmpty();
        assertThat(FileKind.told(new byte[] {'M', 'Z', 0, 1, 2})).isEmpty();
        assertThat(FileKind.told(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(FileKind.told(zip("run.exe"))).isEmpty();
    }

    @Test
    void a_form_refuses_what_it_does_not_take_and_says_what_it_does() {
        assertThatThrownBy(() -> FileRule.PICTURE.check(bytes("%PDF-1.7"), "photograph"))
                .isInstanceOf(Refused.class)
                .hasMessage("The file must be a JPEG or PNG file");
        assertThatThrownBy(() -> FileRule.PICTURE.check(new byte[10 * 1024 * 1024 + 1], "photograph"))
                .hasMessage("The file must be smaller than 10 MB");
        assertThatThrownBy(() -> FileRule.PICTURE.check(new byte[0], "photograph"))
                .hasMessageContaining("not empty");
        assertThatThrownBy(() -> Picture.drawnAnew(bytes("\u0089PNG nothing"), FileKind.PNG, "photograph"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_picture_is_drawn_anew_upright_and_without_what_the_camera_wrote_into_it() throws IOException {
        var secret = "51.5007N 0.1246W the safe address";
        var taken = withExif(picture("jpeg", 64, 32), 6, secret);
        assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains(secret);
        var kept = Picture.drawnAnew(taken, FileKind.JPEG, "photograph");
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(secret)
                .doesNotContain("Exif");
        var image = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(image.getWidth()).isEqualTo(32);
        assertThat(image.getHeight()).isEqualTo(64);
        // the left half was red and the camera was turned: it is on top now
        assertThat(new Color(image.getRGB(16, 8)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(16, 56)).getRed()).isLessThan(60);
        var large = Picture.drawnAnew(picture("png", 5000, 100), FileKind.PNG, "photograph");
        assertThat(ImageIO.read(new ByteArrayInputStream(large)).getWidth()).isLessThanOrEqualTo(Picture.LONGEST);
    }

    @Test
    void a_file_of_a_child_is_seen_by_those_who_see_the_child_and_given_back_as_an_attachment() throws IOException {
        var child = UUID.randomUUID();
        var picture = picture("png", 8, 8);
        var id = as(
                "merrowdale",
                "hub-worker",
                () -> files.keep(FileRule.PICTURE, "C:\\fakepath\\Zoë <1>.exe", picture, child, "photograph"));
        var kept = as("merrowdale", "hub-manager", () -> files.find(id)).orElseThrow();
        assertThat(kept.name()).isEqualTo("Zoë _1_.png");
        assertThat(as("merrowdale", "social-worker", () -> files.find(id))).isEmpty();
        assertThat(as("larkwater", "hub-worker", () -> files.find(id))).isEmpty();
        var answer = Files.attachment(kept).getHeaders();
        assertThat(answer.getFirst("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getFirst("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getContentType()).hasToString("image/png");
    }

    @Test
    void a_file_that_belongs_to_no_child_yet_is_seen_by_who_uploaded_it_and_who_reaches_all() {
        var id = as(
                "merrowdale",
                "interviewer",
                () -> files.keep(FileRule.TABLE, "rows.csv", bytes("a,b\n1,2\n"), null, "file"));
        assertThat(as("merrowdale", "interviewer", () -> files.find(id))).isPresent();
        assertThat(as("merrowdale", "police-analyst", () -> files.find(id))).isEmpty();
        assertThat(as("merrowdale", "hub-worker", () -> files.find(id))).isPresent();
    }

    private <T> T as(String authority, String role, Supplier<T> work) {
        var once = new TransactionTemplate(transactions);
        return Bearer.with(region.session(authority, role), "test", () -> once.execute(status -> work.get()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var draw = image.createGraphics();
        draw.setColor(Color.RED);
        draw.fillRect(0, 0, width / 2, height);
        draw.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes("<x/>"));
            }
        }
        return out.toByteArray();
    }

    /** The picture with an APP1 segment as a camera writes it: one tag that says how it was held, and a text behind it. */
    private static byte[] withExif(byte[] jpeg, int orientation, String text) {
        var tiff = java.nio.ByteBuffer.allocate(26 + text.length());
        tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
        tiff.put(text.getBytes(StandardCharsets.US_ASCII));
        var out = java.nio.ByteBuffer.allocate(jpeg.length + 10 + tiff.capacity());
        out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (8 + tiff.capacity()));
        out.put(bytes("Exif")).putShort((short) 0).put(tiff.array());
        out.put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }
}
