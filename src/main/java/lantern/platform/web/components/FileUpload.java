package lantern.platform.web.components;

import org.jspecify.annotations.Nullable;

/** A file to choose. Its form says {@code upload = true}; a file that was chosen is not kept when the form is refused. */
public record FileUpload(Field field, @Nullable String accept, Style style) implements Question<FileUpload> {

    public static FileUpload of(String name, String label) {
        return new FileUpload(Field.of(name, Label.of(label)), null, Style.PLAIN);
    }

    /** What the browser offers to choose from, such as ".jpg,.png": a convenience and no check. */
    public FileUpload accept(String endings) {
        return new FileUpload(field, endings, style);
    }

    @Override
    public FileUpload from(Answers answers) {
        return error(answers.error(field.name()));
    }

    @Override
    public FileUpload field(Field field) {
        return new FileUpload(field, accept, style);
    }

    @Override
    public FileUpload style(Style style) {
        return new FileUpload(field, accept, style);
    }

    public String boxClass() {
        var own = style.on("govuk-file-upload");
        return field.error() == null ? own : own + " govuk-file-upload--error";
    }
}
