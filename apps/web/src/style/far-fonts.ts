// What most readers have no use for: their lists of signs are long, so they come after the page. The signs themselves come when they are shown.
import "@fontsource/noto-sans-arabic/400.css";
import "@fontsource/noto-sans-arabic/600.css";
import "@fontsource/noto-sans-jp/400.css";
import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-kr/400.css";
