// Measures the texts of every picture of a chart that is seen. It is evaluated in
// the page and gives a list of what is wrong: chart, what, texts.
((selector) => {
	const found = [];
	const slack = 1; // pixels of the screen by which one may reach over another

	// The box of the letters of a text: that of the browser is as high as its line.
	const pen = document.createElement("canvas").getContext("2d");
	const letters = (text) => {
		const style = getComputedStyle(text), box = text.getBoundingClientRect();
		pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
		const size = pen.measureText(text.textContent);
		const scale = box.height / (size.fontBoundingBoxAscent + size.fontBoundingBoxDescent);
		const top = box.top + (size.fontBoundingBoxAscent - size.actualBoundingBoxAscent) * scale;
		const bottom = box.bottom - (size.fontBoundingBoxDescent - size.actualBoundingBoxDescent) * scale;
		return new DOMRect(box.left, top, box.width, bottom - top);
	};

	// Red, green, blue up to 255, and opacity. A mixed colour is given as color(srgb …).
	const rgb = (color) => (color.match(/[\d.]+/g) ?? [0, 0, 0]).map((n, i) => (i < 3 && color.startsWith("color(") ? 255 : 1) * n);
	const over = (top, share, under) => under.map((c, i) => top[i] * share + c * (1 - share));
	const light = (color) => {
		const [r, g, b] = color.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const contrast = (a, b) => {
		const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
		return (x + 0.05) / (y + 0.05);
	};

	// What lies behind a point, of the shapes drawn before a text: their colours
	// one over the other, on the colour of the page.
	const behind = (x, y, text, shapes, page) => {
		let color = page;
		for (const s of shapes) {
			const { left, right, top, bottom } = s.box;
			if (x < left - 2 || x > right + 2 || y < top - 2 || y > bottom + 2) continue;
			if (!(s.shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
			const point = new DOMPoint(x, y).matrixTransform(s.inverse);
			if (s.fill && s.shape.isPointInFill(point)) color = over(s.fill, s.fillShare, color);
			if (s.stroke && s.shape.isPointInStroke(point)) color = over(s.stroke, s.strokeShare, color);
		}
		return color;
	};

	const page = rgb(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3);
	for (const svg of document.querySelectorAll(selector)) {
		const frame = svg.getBoundingClientRect();
		if (frame.width === 0) continue;
		const chart = svg.closest("figure, .chart").id;
		const tell = (what, ...texts) => found.push([chart, what, ...texts]);
		const texts = [...svg.querySelectorAll("text")].map((e) => ({ e, says: e.textContent, box: letters(e) }))
			.filter((t) => t.says.trim() !== "");
		const shapes = [...svg.querySelectorAll("path, rect, circle, line, polyline, polygon, ellipse")].filter((e) => !e.closest("defs")).map((shape) => {
			const style = getComputedStyle(shape);
			return {
				shape, box: shape.getBoundingClientRect(), inverse: shape.getScreenCTM().inverse(),
				fill: style.fill !== "none" && rgb(style.fill).slice(0, 3), fillShare: style.fillOpacity * style.opacity * (rgb(style.fill)[3] ?? 1),
				stroke: style.stroke !== "none" && parseFloat(style.strokeWidth) > 0 && rgb(style.stroke).slice(0, 3), strokeShare: style.strokeOpacity * style.opacity,
			};
		});
		texts.forEach(({ e, says, box }, i) => {
			const out = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
			if (out > slack) tell(`leaves the frame by ${out.toFixed(1)}`, says);
			for (const other of texts.slice(i + 1)) {
				const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
				const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
				if (across > slack && down > slack) tell(`${across.toFixed(1)} × ${down.toFixed(1)} over each other`, says, other.says);
			}
			const ink = rgb(getComputedStyle(e).fill).slice(0, 3);
			let least = Infinity;
			for (let x = box.left + 1; x < box.right; x += 3) {
				const color = behind(x, box.top + box.height / 2, e, shapes, page);
				least = Math.min(least, contrast(ink, color));
			}
			if (least < 4.5) tell(`contrast ${least.toFixed(1)}`, says);
		});
	}
	return found;
})
