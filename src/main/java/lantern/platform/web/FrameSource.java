package lantern.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Knows who is reading: the access module completes the frame with their name and the sections they may open. */
public interface FrameSource {
    PageFrame frame(HttpServletRequest request, String title);
}
